package io.huihui.architecture;

import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.TopicSide;
import io.huihui.connectors.topic.Topics;
import io.huihui.stack.ProjectRoot;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The README's picture of the job's graph, drawn by hand, shows every topic that the job writes.
 */
class GraphPictureTest {

    @Test
    void everyTopicOutIsInThePicture() throws IOException {
        String picture = Files.readString(ProjectRoot.find().resolve("docs/graph.svg"));

        for (Topic<?> topic : Topics.ALL) {
            if (topic.side() == TopicSide.OUT) {
                assertThat(picture)
                        .as(topic.shortName())
                        .containsPattern("[> ]" + topic.shortName() + "[<,]");
            }
        }
    }
}
