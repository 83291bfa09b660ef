/** What flows between the transforms: records of plain arrays and strings. Depends on the JDK alone. */
@NullMarked
package dev.embeam.schema;

import org.jspecify.annotations.NullMarked;
