# The main job: Flink with the job's jar. From the root of the project, after ./mvnw -DskipTests package:
#   docker build -f helm/images/job.Dockerfile -t REGISTRY/huihui-job:VERSION .
FROM flink:2.3.0-java17
# Checkpoints on an object store; the image brings the plugin switched off.
RUN mkdir -p /opt/flink/plugins/s3-fs-presto \
    && cp /opt/flink/opt/flink-s3-fs-presto-*.jar /opt/flink/plugins/s3-fs-presto/
# For logs as JSON; the build stops where the distribution does not bring it.
RUN ls /opt/flink/lib/log4j-layout-template-json-*.jar
COPY jobs/target/huihui-jobs.jar /opt/flink/usrlib/huihui-jobs.jar
USER 9999
