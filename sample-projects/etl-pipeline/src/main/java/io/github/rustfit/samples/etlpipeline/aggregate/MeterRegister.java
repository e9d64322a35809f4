package io.github.rustfit.samples.etlpipeline.aggregate;

/** One register of one meter. */
record MeterRegister(int meter, int register) {}
