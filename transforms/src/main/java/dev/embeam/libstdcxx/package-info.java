/**
 * What GNU's C++ standard library does where the order of its steps decides results: generators, shuffles, sorts, heaps.
 * Depends on the JDK alone.
 */
@NullMarked
package dev.embeam.libstdcxx;

import org.jspecify.annotations.NullMarked;
