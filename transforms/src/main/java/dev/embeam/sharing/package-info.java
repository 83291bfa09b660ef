/** What is read once a JVM and used by many. Depends on the JDK alone. */
@NullMarked
package dev.embeam.sharing;

import org.jspecify.annotations.NullMarked;
