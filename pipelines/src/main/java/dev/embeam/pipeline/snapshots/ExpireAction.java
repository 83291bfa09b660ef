package dev.embeam.pipeline.snapshots;

import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.snapshot.Expired;
import dev.embeam.snapshot.ExpiryRule;
import dev.embeam.snapshot.TableExpiry;
import dev.embeam.snapshot.TableSnapshot;
import dev.embeam.snapshot.VectorTable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code expire}: removes old snapshots and the files that nothing needs. */
final class ExpireAction {
    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([smhd])");
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private final SnapshotsOptions options;
    private final VectorTable table;

    ExpireAction(SnapshotsOptions options, VectorTable table) {
        this.options = options;
        this.table = table;
    }

    void run(Terminal terminal) throws IOException {
        TableExpiry expiry = table.expiry(rule(Instant.now()));
        Expired expired = options.isDryRun() ? expiry.plan() : expiry.apply();
        String would = options.isDryRun() ? "would go: " : "gone: ";
        for (TableSnapshot snapshot : expired.snapshots()) {
            terminal.out().println(would + "snapshot " + snapshot.id() + " of " + snapshot.created());
        }
        expired.branches().forEach(branch -> terminal.out().println(would + "branch " + branch));
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%s%,d snapshots, %,d files of %,d bytes, of which %,d that no snapshot knew%n",
                        would,
                        expired.snapshots().size(),
                        expired.files().size(),
                        expired.bytes(),
                        expired.orphans().size());
    }

    private ExpiryRule rule(Instant now) {
        Duration orphans = age("orphansOlderThan", options.getOrphansOlderThan());
        if (orphans.compareTo(ExpiryRule.SHORTEST_ORPHAN_AGE) < 0) {
            throw new IllegalArgumentException("--orphansOlderThan is " + options.getOrphansOlderThan()
                    + "; expected at least 1h, as younger files may belong to a run that is still writing");
        }
        Duration old = age("olderThan", options.getOlderThan());
        return new ExpiryRule(now.minus(old), options.getKeep(), now.minus(orphans));
    }

    private static Duration age(String flag, String text) {
        Matcher age = AGE.matcher(text);
        if (!age.matches()) {
            throw new IllegalArgumentException(
                    "--" + flag + " is \"" + text + "\"; expected a number and a unit, as 7d, 12h, 30m or 10s");
        }
        return UNITS.getOrDefault(age.group(2), Duration.ZERO).multipliedBy(Long.parseLong(age.group(1)));
    }
}
