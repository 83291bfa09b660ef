package dev.embeam.pipeline.files;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** On S3, which has neither folders nor renames, commands do what they do on local files. */
class S3Test {
    @TempDir
    static Path folder;

    private static S3Server server;
    private static RemoteRuns runs;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = S3Server.start(folder);
        makeBucket(server.endpoint());
        runs = RemoteRuns.prepare(
                folder.resolve("local"),
                new RemoteFolder(
                        "s3://bucket/user/embeam",
                        List.of(
                                "--awsRegion=us-east-1",
                                "--endpoint=" + server.endpoint(),
                                "--awsCredentialsProvider={\"@type\":\"StaticCredentialsProvider\","
                                        + "\"accessKeyId\":\"someone\",\"secretAccessKey\":\"secret\"}")));
    }

    private static void makeBucket(URI endpoint) {
        try (S3Client client = S3Client.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(endpoint)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("someone", "secret")))
                .build()) {
            client.createBucket(request -> request.bucket("bucket"));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void collectionsAreEncodedAlike() throws IOException {
        runs.assertEncodesAlike();
        runs.assertInspectsAlike();
    }

    @Test
    void aFailedRunLeavesNothing() throws IOException {
        runs.assertAFailedRunLeavesNothing();
    }

    @Test
    void leftOversOfACrashAreCleared() throws IOException {
        runs.assertLeftOversOfACrashAreCleared();
    }

    @Test
    void rankingsAreEvaluatedAlike() throws IOException {
        runs.assertEvaluatesAlike();
    }
}
