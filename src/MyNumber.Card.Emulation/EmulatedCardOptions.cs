using System.Security.Cryptography;
using MyNumber.Card.Emulation.Commands;
using MyNumber.Card.Emulation.Decisions;

namespace MyNumber.Card.Emulation;

/// <summary>Card behaviours that public sources leave open or tell differently, each with the emulator's default and how sure it is.</summary>
/// <remarks>The confidence words: <i>confirmed</i> (several sources), <i>one source</i>, <i>assumed</i>. A client must work under every setting.</remarks>
public sealed record EmulatedCardOptions : IOpenBehaviours
{
    /// <summary>The documented defaults.</summary>
    public static EmulatedCardOptions Default { get; } = new();

    /// <summary>VERIFY of a blocked PIN answers 6983 and not 6984. Default <see langword="false"/>: 6984 is confirmed, 6983 appears in client code only.
    /// The empty VERIFY answers 63C0 under both.</summary>
    public bool BlockedAnswers6983 { get; init; }

    /// <summary>Every successful SELECT by AID forgets all verified PINs. Default <see langword="true"/>: two sources say so without a published trace, one client
    /// relies on the opposite.</summary>
    public bool SelectClearsVerified { get; init; } = true;

    /// <summary>A warm reset forgets all verified PINs. Default <see langword="false"/>: one source measured that only power-down clears them.
    /// The selection always returns to the default application, so the difference shows only with <see cref="SelectClearsVerified"/> off.</summary>
    public bool WarmResetClearsVerified { get; init; }

    /// <summary>VERIFY with 1 to 16 bytes of another length than the PIN's spends a try. Default <see langword="true"/>, assumed; otherwise it answers 6700
    /// and spends nothing. More than 16 bytes always answers 6700 and spends nothing.</summary>
    public bool WrongLengthSpendsTry { get; init; } = true;

    /// <summary>The first command after power-on is answered 6F00, whatever it is. Default <see langword="false"/>: one source measured it on one card.</summary>
    public bool FirstCommandAnswers6F00 { get; init; }

    /// <summary>Tries of matching numbers A and B (照合番号), 1 to 15. Default 10, from the Digital Agency's public page and two vendors; one source says 3.
    /// Read when the card is built.</summary>
    public int MatchingNumberTries { get; init; } = 10;

    /// <summary>Physical bytes of a certificate EF; behind the DER comes FF. A longer certificate makes the file grow to the next multiple of 256.
    /// Default 2,048, assumed: no source has measured it. Read when the card is built.</summary>
    public int CertificateFileSize { get; init; } = 2048;

    /// <summary>Answer to reset, or <see langword="null"/> for the profile's own.</summary>
    public ReadOnlyMemory<byte>? AnswerToReset { get; init; }

    /// <summary>Fills a span with the challenge of GET CHALLENGE. Default: the platform's random number generator.</summary>
    public Action<Span<byte>> FillRandom { get; init; } = RandomNumberGenerator.Fill;

    /// <summary>Receives each decision as it is made, on the thread of the command; must not throw.</summary>
    public Action<Decision>? OnDecision { get; init; }
}
