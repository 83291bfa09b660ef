/** From a command line to a running job and back: parsing, help, errors, progress. Knows no command. */
@NullMarked
package dev.embeam.pipeline.launch;

import org.jspecify.annotations.NullMarked;
