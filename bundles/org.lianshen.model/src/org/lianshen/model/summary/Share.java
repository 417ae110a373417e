package org.lianshen.model.summary;

/** Sums under one label, such as a project class. @param label text key or words */
public record Share(String label, Sums sums) {
}
