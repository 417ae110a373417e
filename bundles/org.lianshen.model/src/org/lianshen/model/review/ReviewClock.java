package org.lianshen.model.review;

/**
 * Working days that a review took: {@code running} with those who review, {@code stopped} while it was with the unit (退回补正) or put off (暂缓). A day on which it
 * passed from one to the other counts where it began.
 */
public record ReviewClock(int running, int stopped) {
}
