using MyNumber.Card.Emulation.Commands;
using MyNumber.Card.Emulation.Decisions;
using MyNumber.Card.Emulation.Objects;

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

    /// <summary>SELECT by AID with P2=00 or 02 and Le answers a minimal FCI <c>6F { 84 AID }</c>. Default <see langword="true"/>, assumed; otherwise 9000 without data.
    /// No source has seen what a card answers.</summary>
    public bool SelectAnswersControlInformation { get; init; } = true;

    /// <summary>The empty VERIFY of a verified reference answers 9000 and tells no counter. Default <see langword="false"/>: 63Cx is confirmed, one source allows for 9000.</summary>
    public bool VerifiedQueryAnswers9000 { get; init; }

    /// <summary>The empty VERIFY needs an Le and answers 6700 without. Default <see langword="false"/>: one source measured the opposite, some readers and one client use it.</summary>
    public bool QueryNeedsExpectedLength { get; init; }

    /// <summary>READ RECORD with P2 ending in 5 gives all records from there. Default <see langword="true"/>, two sources; otherwise 6A81, which JICSAP allows.</summary>
    public bool ReadsRecordsToEnd { get; init; } = true;

    /// <summary>GET DATA 5F51 (contact ATR) answers only while an application other than the issuer's is current. Default <see langword="false"/>; one source saw such cards.</summary>
    public bool ContactAnswerNeedsApplication { get; init; }

    /// <summary>How a card without signature certificate shows it. Default <see cref="MissingCertificate.CannotBeRead"/>, assumed. Read when the card is built.</summary>
    public MissingCertificate MissingSignatureCertificate { get; init; }

    /// <summary>Bytes of salt of the PSS modes (P1 04 and 05), 0 to 222. Default 32, assumed: the length of the hash, as usual.</summary>
    public int PssSaltLength { get; init; } = 32;

    /// <summary>Tries of the birth date (生年月日, surface application), 1 to 15, or 0 for no limit, which answers 6300. Default 10, assumed.
    /// Read when the card is built.</summary>
    public int BirthDateTries { get; init; } = 10;

    /// <summary>Bytes of the free area (空き領域) for all slots together. Default 16,384, assumed.</summary>
    public int FreeAreaSize { get; init; } = 16384;

    /// <summary>Tries of matching numbers A and B (照合番号), 1 to 15. Default 10, from the Digital Agency's public page and two vendors; one source says 3.
    /// Read when the card is built.</summary>
    public int MatchingNumberTries { get; init; } = 10;

    /// <summary>Physical bytes of a certificate EF; behind the DER comes FF. A longer certificate makes the file grow to the next multiple of 256.
    /// Default 2,048, assumed: no source has measured it. Read when the card is built.</summary>
    public int CertificateFileSize { get; init; } = 2048;

    /// <summary>Answer to reset, or <see langword="null"/> for the profile's own.</summary>
    public ReadOnlyMemory<byte>? AnswerToReset { get; init; }

    /// <summary>Fills a span with the challenge of GET CHALLENGE or the salt of a PSS signature. Default: the platform's random number generator.</summary>
    public Action<Span<byte>> FillRandom { get; init; } = BufferedRandom.Fill;

    /// <summary>Receives each decision as it is made, on the thread of the command; must not throw.</summary>
    public Action<Decision>? OnDecision { get; init; }

    internal void ThrowIfOutsideRange()
    {
        ThrowUnlessBetween(MatchingNumberTries, 1, 15, nameof(MatchingNumberTries));
        ThrowUnlessBetween(BirthDateTries, 0, 15, nameof(BirthDateTries));
        ThrowUnlessBetween(CertificateFileSize, 1, 0x8000, nameof(CertificateFileSize));
        ThrowUnlessBetween(PssSaltLength, 0, PssEncoding.MaximumSaltLength, nameof(PssSaltLength));
        ThrowUnlessBetween(FreeAreaSize, 0, 0x8000, nameof(FreeAreaSize));
        ThrowUnlessBetween((int)MissingSignatureCertificate, 0, 1, nameof(MissingSignatureCertificate));
    }

    private static void ThrowUnlessBetween(int value, int minimum, int maximum, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, minimum, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, maximum, name);
    }
}
