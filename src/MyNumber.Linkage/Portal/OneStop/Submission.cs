using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Push;

namespace MyNumber.Linkage.Portal.OneStop;

/// <summary>What became of an application at one body.</summary>
/// <param name="Body">The body.</param>
/// <param name="Answer">The delivery with the body's signed receipt (受付), once there is one.</param>
public sealed record Submission(AgencyId Body, DeliveryAnswer Answer);
