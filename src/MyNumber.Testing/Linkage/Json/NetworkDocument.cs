namespace MyNumber.Testing.Linkage.Json;

internal sealed record NetworkDocument(string Kind, AgencyDocument[] Agencies, HolderDocument[] Holders, HoldingDocument[][] People)
{
    public const string Synthetic = "synthetic lab network";
}
