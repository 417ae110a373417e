package org.lianshen.service.demo;

/** Gives the product's sample data. A declarative service. */
public interface SampleSource {

    SampleData read();
}
