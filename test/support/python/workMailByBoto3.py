"""Asks a WorkMail by boto3 for every record of a list, page by page.

Reads {endpoint, operation, member, parameters, describe} from standard input; writes the records. With `describe` each
job is asked for as well, and what it says is laid over what the list says. Times are in milliseconds, in UTC."""

import datetime
import json
import sys

import boto3
from botocore.config import Config


def text(value):
    assert isinstance(value, datetime.datetime)
    return value.astimezone(datetime.timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


asked = json.load(sys.stdin)
client = boto3.client(
    "workmail",
    endpoint_url=asked["endpoint"],
    region_name="us-east-1",
    aws_access_key_id="test",
    aws_secret_access_key="test",
    config=Config(retries={"total_max_attempts": 1}),
)
ask = getattr(client, asked["operation"])
records, page = [], {}
while True:
    answer = ask(**asked["parameters"], **page)
    records.extend(answer[asked["member"]])
    if not answer.get("NextToken"):
        break
    page = {"NextToken": answer["NextToken"]}
if asked["describe"]:
    for record in records:
        organization = asked["parameters"]["OrganizationId"]
        details = client.describe_mailbox_export_job(OrganizationId=organization, JobId=record["JobId"])
        del details["ResponseMetadata"]
        record.update(details)
json.dump(records, sys.stdout, default=text)
