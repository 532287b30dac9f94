namespace MyNumber.Card.Emulation.Tests.Replay;

/// <summary>What a program has in its hands after <see cref="RecordedSession.Run"/>.</summary>
internal sealed record SessionResult(string Label, bool HasSignature, int? TriesLeft, bool SignaturesVerify, byte[] Certificate, string Number, string Name)
{
    public string Image { get; init; } = string.Empty;

    public string Record { get; init; } = string.Empty;

    public string Genuine { get; init; } = string.Empty;
}
