using System.Diagnostics;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Core.Notices;

/// <summary>An inquirer that waits until a provider has a code of a person.</summary>
/// <remarks>Immutable. <see cref="ToString"/> shows no code.</remarks>
/// <param name="Provider">Who has no code yet.</param>
/// <param name="Link">Whose code it will be.</param>
/// <param name="Inquirer">Who waits.</param>
/// <param name="InquirerCode">The inquirer's own code of the person.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record CodeWait(CodeHolderId Provider, LinkCode Link, CodeHolderId Inquirer, AgencyCode InquirerCode)
{
    /// <summary>Who waits for whom; no code.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"holder {Inquirer} waits for holder {Provider}";

    /// <summary>The notice that ends it.</summary>
    internal CoreNotice Ended(DateTimeOffset at) => new(Inquirer, NoticeKind.ProviderReady, InquirerCode, default, default, Provider, at);
}
