/** Which documents have the same id, exactly and in bounded memory. Depends on {@code schema}; knows no Beam. */
@NullMarked
package dev.embeam.identity;

import org.jspecify.annotations.NullMarked;
