"""Re-indexes a collection every night: an Airflow DAG.

Needs Airflow 2.4 or later with apache-airflow-providers-cncf-kubernetes 7.2 or later, the image of
../kubernetes/Dockerfile, and the session cluster of ../kubernetes/session.yaml. Use it, or
../kubernetes/reindex-nightly.yaml, but not both.
"""

from datetime import datetime, timedelta, timezone

from airflow import DAG
from airflow.providers.cncf.kubernetes.operators.pod import KubernetesPodOperator
from kubernetes.client import models as k8s

IMAGE = "registry.example.com/embeam:0.1"
JOB_MANAGER = "embeam-session-rest:8081"

# What "flink run" is told: first its own flags, then the jar, then the command line of Embeam.
ARGUMENTS = [
    "run",
    "--jobmanager",
    JOB_MANAGER,
    "--parallelism",
    "8",
    "--class",
    "dev.embeam.pipeline.Main",
    "/opt/flink/usrlib/embeam-cluster.jar",
    "reindex",
    "--input=s3://bucket/corpus/*.jsonl.gz",
    "--model=s3://bucket/models/static-embedding-japanese",
    "--table=hdfs://namenode:8020/search/articles",
    "--awsRegion=eu-central-1",
    # Refused when more than a fifth of the documents are gone from the input.
    "--maxDeleteShare=0.2",
    "--progress=none",
]

with DAG(
    dag_id="embeam_reindex",
    schedule="0 2 * * *",
    start_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
    # A night that was missed is made up for by the next one, which reads the whole collection.
    catchup=False,
    # The next night waits for this one.
    max_active_runs=1,
    dagrun_timeout=timedelta(hours=12),
    tags=["embeam"],
) as dag:
    KubernetesPodOperator(
        task_id="reindex",
        name="embeam-reindex",
        namespace="default",
        image=IMAGE,
        # The image's entry point would start a Flink process; this is the client.
        cmds=["/opt/flink/bin/flink"],
        arguments=ARGUMENTS,
        # For the client, which reads the model once and builds the job.
        env_vars={
            "JVM_ARGS": "-Xmx1g --add-modules=jdk.incubator.vector",
            "HADOOP_CONF_DIR": "/etc/hadoop/conf",
        },
        # Keys for s3://, from a Kubernetes secret and not from a variable of Airflow, which would show them.
        env_from=[k8s.V1EnvFromSource(secret_ref=k8s.V1SecretEnvSource(name="embeam-s3", optional=True))],
        container_resources=k8s.V1ResourceRequirements(
            requests={"cpu": "1", "memory": "1536Mi"}, limits={"memory": "1536Mi"}
        ),
        volumes=[
            k8s.V1Volume(
                name="hadoop-conf",
                config_map=k8s.V1ConfigMapVolumeSource(name="hadoop-conf", optional=True),
            )
        ],
        volume_mounts=[k8s.V1VolumeMount(name="hadoop-conf", mount_path="/etc/hadoop/conf")],
        get_logs=True,
        # The pod of a failed night stays, for its events.
        on_finish_action="delete_succeeded_pod",
        # A pod that did not end with 0 fails the task; why, its log says in one line. A rerun finds what the table holds
        # and does the rest.
        retries=1,
        retry_delay=timedelta(minutes=10),
        execution_timeout=timedelta(hours=6),
    )
