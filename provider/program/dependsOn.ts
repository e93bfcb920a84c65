import * as pulumi from "@pulumi/pulumi";
import { InvalidArgumentsError } from "../errors";
import { markedForPulumi } from "./withoutStackTrace";

/** Resources to wait for, in the forms that Pulumi takes. @public */
export type DependsOn = pulumi.Input<pulumi.Input<pulumi.Resource>[]> | pulumi.Input<pulumi.Resource>;

/**
 * An output that is there once the resources are: unknown in a preview that is to create one of them. Stands for what
 * the engine does for the functions of a provider, which ours is not. `subject` is what was called, for the errors.
 *
 * @internal
 */
export function dependenciesOf(subject: string, dependsOn: DependsOn | undefined): pulumi.Output<unknown> {
  if (dependsOn === undefined) return pulumi.output(undefined);
  const list: pulumi.Output<unknown> = pulumi.output(dependsOn);
  return list.apply((resources) => pulumi.all([resources].flat().map((resource) => madeOf(subject, resource))));
}

/**
 * The ids of the resources, one output for each: of one that is still to be created the id is unknown, and those of the
 * others are known all the same. A component stands there with the ids of its children.
 *
 * @internal
 */
export function idsOf(subject: string, dependsOn: DependsOn | undefined): pulumi.Output<unknown>[] {
  if (dependsOn === undefined) return [];
  return [dependsOn].flat().map((resource) => dependenciesOf(subject, resource));
}

/** The id says whether a resource is there: in a preview that will create it, it is unknown. */
function madeOf(subject: string, resource: unknown): pulumi.Output<unknown> {
  if (pulumi.CustomResource.isInstance(resource)) return resource.id;
  if (pulumi.ComponentResource.isInstance(resource)) return componentOf(subject, resource);
  const reason = "opts.dependsOn takes resources, and one of its values is none";
  throw markedForPulumi(new InvalidArgumentsError(subject, [{ property: "opts.dependsOn", reason }]));
}

// A component has no id of its own; it is there once its children are. Its `urn` settles when it is registered.
function componentOf(subject: string, component: pulumi.ComponentResource): pulumi.Output<unknown> {
  return component.urn.apply(() => {
    const children: unknown = Reflect.get(component, "__childResources");
    return pulumi.all(children instanceof Set ? [...children].map((child) => madeOf(subject, child)) : []);
  });
}
