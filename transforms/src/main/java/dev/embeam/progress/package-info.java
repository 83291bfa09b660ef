/** How far the job of this JVM has come. Depends on the JDK alone. */
@NullMarked
package dev.embeam.progress;

import org.jspecify.annotations.NullMarked;
