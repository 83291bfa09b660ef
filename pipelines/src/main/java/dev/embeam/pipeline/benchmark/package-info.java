/**
 * The command {@code benchmark}: a suite of evaluations and one report of all. It runs the evaluations as commands by their
 * names and knows no other command's classes.
 */
@NullMarked
package dev.embeam.pipeline.benchmark;

import org.jspecify.annotations.NullMarked;
