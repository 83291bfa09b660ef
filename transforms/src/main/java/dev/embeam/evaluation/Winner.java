package dev.embeam.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * What came of a system with the candidate that validation chose.
 *
 * @param candidate its index
 * @param validation its outcome on the validation part, if there is one
 * @param tests its outcomes on the test part, one a seed; the first is the one that is reported
 */
record Winner(int candidate, Optional<Outcome> validation, List<Outcome> tests) {
    Outcome test() {
        return tests.get(0);
    }
}
