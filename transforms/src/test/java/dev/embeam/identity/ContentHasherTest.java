package dev.embeam.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.TextColumnBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentHasherTest {
    private static DocumentBatch document(String file, String id, String text, @Nullable String... kept) {
        List<TextColumn> fields =
                Arrays.stream(kept).map(ContentHasherTest::column).toList();
        return new DocumentBatch(
                new DocumentKeys(file, new long[] {file.length()}, TextColumn.of(id), fields), TextColumn.of(text));
    }

    private static TextColumn column(@Nullable String value) {
        TextColumnBuilder builder = new TextColumnBuilder();
        if (value == null) {
            builder.appendAbsent();
        } else {
            builder.append(value);
        }
        return builder.build();
    }

    private static List<Long> hash(DocumentBatch batch) {
        long[] hash = new long[3];
        new ContentHasher().hash(batch, 0, hash, 1);
        return List.of(hash[1], hash[2]);
    }

    @Test
    void everyDifferenceOfIdTextAndKeptFieldsCounts() {
        List<DocumentBatch> different = List.of(
                document("f", "a", "bc", "d", "e"),
                document("f", "ab", "c", "d", "e"),
                document("f", "a", "b", "cd", "e"),
                document("f", "a", "bc", "de", ""),
                document("f", "a", "bc", "", "de"),
                document("f", "a", "bc", null, "de"),
                document("f", "a", "bc", "de", null),
                document("f", "a", "bc", "d"),
                document("f", "a", "bc"),
                document("f", "", "", "", ""),
                document("f", "", "", "", null));
        Set<List<Long>> hashes = new HashSet<>();
        different.forEach(document -> hashes.add(hash(document)));
        assertThat(hashes).hasSize(different.size());
    }

    @Test
    void fileAndPlaceDoNotCount() {
        assertThat(hash(document("monday.jsonl", "a", "b", "c"))).isEqualTo(hash(document("f", "a", "b", "c")));
    }

    @Test
    void isSha256OfLengthsAndUnits() throws Exception {
        String text = "長い文書 \ud83d\ude00".repeat(5_000);
        ByteBuffer bytes = ByteBuffer.allocate(200_000).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(2).put("id".getBytes(StandardCharsets.UTF_16LE));
        bytes.putInt(text.length()).put(text.getBytes(StandardCharsets.UTF_16LE));
        bytes.putInt(-1);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(bytes.flip());
        ByteBuffer expected = ByteBuffer.wrap(digest.digest());
        assertThat(hash(document("f", "id", text, (String) null)))
                .containsExactly(expected.getLong(), expected.getLong());
    }

    @Test
    void aHasherThatGrewGoesOn() {
        ContentHasher hasher = new ContentHasher();
        long[] hash = new long[2];
        hasher.hash(document("f", "a", "x".repeat(100_000)), 0, hash, 0);
        hasher.hash(document("f", "a", "b"), 0, hash, 0);
        assertThat(List.of(hash[0], hash[1])).isEqualTo(hash(document("f", "a", "b")));
    }
}
