using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Portal.OneStop;

/// <summary>A body that receives an application, and which fields of it.</summary>
/// <param name="Body">The body.</param>
/// <param name="Fields">The fields that it gets and no other; one at least.</param>
public sealed record FormReceiver(AgencyId Body, ImmutableArray<ItemId> Fields);
