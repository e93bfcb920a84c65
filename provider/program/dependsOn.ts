import * as pulumi from "@pulumi/pulumi";
import { InvalidArgumentsError } from "../errors";
import { isKnown } from "./known";
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
  return dependsOn === undefined ? pulumi.output(undefined) : madeOfAll(subject, dependsOn, (id) => id);
}

/**
 * The ids of the resources, a component's being those of its children, in lists of any depth. A placeholder stands for the
 * id of one that is still to be created, since with it unknown the ids of all the others would be.
 *
 * @internal
 */
export function idsOf(subject: string, dependsOn: DependsOn | undefined): pulumi.Output<unknown> {
  const orPlaceholder = (id: pulumi.Output<pulumi.ID>) =>
    pulumi.output(isKnown(id).then((known) => (known ? id : "(known once it is created)")));
  return dependsOn === undefined ? pulumi.output([]) : madeOfAll(subject, dependsOn, orPlaceholder);
}

type OfId = (id: pulumi.Output<pulumi.ID>) => pulumi.Output<unknown>;

function madeOfAll(subject: string, dependsOn: DependsOn, ofId: OfId): pulumi.Output<unknown> {
  const list: pulumi.Output<unknown> = pulumi.output(dependsOn);
  return list.apply((resources) => pulumi.all([resources].flat().map((resource) => madeOf(subject, resource, ofId))));
}

/** The id says whether a resource is there: in a preview that will create it, it is unknown. */
function madeOf(subject: string, resource: unknown, ofId: OfId): pulumi.Output<unknown> {
  if (pulumi.CustomResource.isInstance(resource)) return ofId(resource.id);
  if (pulumi.ComponentResource.isInstance(resource)) return componentOf(subject, resource, ofId);
  const reason = "opts.dependsOn takes resources, and one of its values is none";
  throw markedForPulumi(new InvalidArgumentsError(subject, [{ property: "opts.dependsOn", reason }]));
}

// A component has no id of its own; it is there once its children are. Its `urn` settles when it is registered.
function componentOf(subject: string, component: pulumi.ComponentResource, ofId: OfId): pulumi.Output<unknown> {
  return component.urn.apply(() => {
    const children: unknown = Reflect.get(component, "__childResources");
    return pulumi.all(children instanceof Set ? [...children].map((child) => madeOf(subject, child, ofId)) : []);
  });
}
