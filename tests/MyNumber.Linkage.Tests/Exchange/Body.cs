using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.Tests.Exchange;

/// <summary>One body of a lab, and its lines.</summary>
internal sealed class Body(LabBody lab, FlakyCoreLine coreLine, FlakyProviderLine providerLine)
{
    public IRecordStore Records => lab.Stores.Records;

    public FlakyCoreLine CoreLine { get; } = coreLine;

    public FlakyProviderLine ProviderLine { get; } = providerLine;

    public ServerParts Parts => lab.Parts;

    public BodySpace Space => lab.Space;

    public InquiringServer Asking => lab.Asking;

    public ProvidingServer Giving => lab.Giving;
}
