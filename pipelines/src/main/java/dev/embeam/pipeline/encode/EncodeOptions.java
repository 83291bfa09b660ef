package dev.embeam.pipeline.encode;

import dev.embeam.pipeline.option.InputOptions;
import dev.embeam.pipeline.option.ModelOptions;
import dev.embeam.pipeline.option.OutputOptions;
import dev.embeam.pipeline.option.RunOptions;

/** Flags of {@code encode}. */
public interface EncodeOptions extends InputOptions, ModelOptions, OutputOptions, RunOptions {}
