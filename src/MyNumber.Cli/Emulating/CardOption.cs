using System.Globalization;
using MyNumber.Card.Emulation;

namespace MyNumber.Cli.Emulating;

/// <summary>An open behaviour of the emulated card that can be chosen by name and text.</summary>
/// <param name="Name">The member of <see cref="EmulatedCardOptions"/>.</param>
/// <param name="Takes">What the text is, in English and Japanese.</param>
/// <param name="Apply">The options with it, or <see langword="null"/> when the text is no such value.</param>
internal sealed record CardOption(string Name, (string English, string Japanese) Takes, Func<EmulatedCardOptions, string, EmulatedCardOptions?> Apply)
{
    /// <summary>All that can be told by text; the hooks FillRandom and OnDecision cannot.</summary>
    public static IReadOnlyList<CardOption> All { get; } =
    [
        Switch(nameof(EmulatedCardOptions.BlockedAnswers6983), (options, on) => options with { BlockedAnswers6983 = on }),
        Switch(nameof(EmulatedCardOptions.SelectClearsVerified), (options, on) => options with { SelectClearsVerified = on }),
        Switch(nameof(EmulatedCardOptions.WarmResetClearsVerified), (options, on) => options with { WarmResetClearsVerified = on }),
        Switch(nameof(EmulatedCardOptions.WrongLengthSpendsTry), (options, on) => options with { WrongLengthSpendsTry = on }),
        Switch(nameof(EmulatedCardOptions.FirstCommandAnswers6F00), (options, on) => options with { FirstCommandAnswers6F00 = on }),
        Switch(nameof(EmulatedCardOptions.SelectAnswersControlInformation), (options, on) => options with { SelectAnswersControlInformation = on }),
        Switch(nameof(EmulatedCardOptions.VerifiedQueryAnswers9000), (options, on) => options with { VerifiedQueryAnswers9000 = on }),
        Switch(nameof(EmulatedCardOptions.QueryNeedsExpectedLength), (options, on) => options with { QueryNeedsExpectedLength = on }),
        Switch(nameof(EmulatedCardOptions.ReadsRecordsToEnd), (options, on) => options with { ReadsRecordsToEnd = on }),
        Switch(nameof(EmulatedCardOptions.ContactAnswerNeedsApplication), (options, on) => options with { ContactAnswerNeedsApplication = on }),
        new(nameof(EmulatedCardOptions.MissingSignatureCertificate), Words(string.Join(", ", Enum.GetNames<MissingCertificate>())), WithMissing),
        Number(nameof(EmulatedCardOptions.PssSaltLength), (options, number) => options with { PssSaltLength = number }),
        Number(nameof(EmulatedCardOptions.BirthDateTries), (options, number) => options with { BirthDateTries = number }),
        Number(nameof(EmulatedCardOptions.FreeAreaSize), (options, number) => options with { FreeAreaSize = number }),
        Number(nameof(EmulatedCardOptions.MatchingNumberTries), (options, number) => options with { MatchingNumberTries = number }),
        Number(nameof(EmulatedCardOptions.CertificateFileSize), (options, number) => options with { CertificateFileSize = number }),
        new(nameof(EmulatedCardOptions.AnswerToReset), ("hexadecimal digits, 2 to 33 bytes", "2〜33バイトの16進数"), WithAnswerToReset),
    ];

    private static (string English, string Japanese) Words(string words) => ($"one of {words}", $"{words} のいずれか");

    private static CardOption Switch(string name, Func<EmulatedCardOptions, bool, EmulatedCardOptions> with) =>
        new(name, ("true or false", "true または false"), (options, text) => bool.TryParse(text, out bool on) ? with(options, on) : null);

    private static CardOption Number(string name, Func<EmulatedCardOptions, int, EmulatedCardOptions> with) =>
        new(name, ("a whole number", "整数"), (options, text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? with(options, number) : null);

    private static EmulatedCardOptions? WithMissing(EmulatedCardOptions options, string text) =>
        Enum.GetNames<MissingCertificate>().Contains(text) ? options with { MissingSignatureCertificate = Enum.Parse<MissingCertificate>(text) } : null;

    private static EmulatedCardOptions? WithAnswerToReset(EmulatedCardOptions options, string text)
    {
        byte[] atr = new byte[33];
        bool isAtr = text.Length is >= 4 and <= 66 && Convert.FromHexString(text, atr, out _, out int length) == System.Buffers.OperationStatus.Done && length * 2 == text.Length;
        return isAtr ? options with { AnswerToReset = atr.AsMemory(0, text.Length / 2) } : null;
    }
}
