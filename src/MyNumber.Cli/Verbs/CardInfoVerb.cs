using System.CommandLine;
using MyNumber.Card.Apdu;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Applications.WholeCard;
using MyNumber.Cli.Cards;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Verbs;

/// <summary><c>card info</c>: what kind of card it is. Nothing personal, no PIN.</summary>
internal sealed class CardInfoVerb(ICardReaderSource source) : IVerb
{
    private readonly CardOptions _card = new(source);

    public Command Describe()
    {
        Command command = new("info", "Tell what kind of card it is, without a PIN. Exit codes: 0 told; 1 no card that the tool knows; 2 the command line is wrong; 3 no answer.");
        _card.AddTo(command);
        return command;
    }

    public ExitCode Run(ParseResult parsed, VerbContext context) => _card.Run(parsed, context, TellAsync);

    private static async Task<ExitCode> TellAsync(CardAtHand card)
    {
        CancellationToken cancellation = card.Context.Cancellation;
        CardDetection found = await CardDetection.DetectAsync(card.Session, cancellation).ConfigureAwait(false);
        JpkiTokenInfo? token = found.Label is null ? null : await ReadTokenAsync(card).ConfigureAwait(false);
        Tell(card, found, token);
        return found.Kind == CardTokenKind.Unknown ? ExitCode.Refused : ExitCode.Done;
    }

    private static async Task<JpkiTokenInfo?> ReadTokenAsync(CardAtHand card)
    {
        try
        {
            JpkiApplication jpki = await JpkiApplication.SelectAsync(card.Session, card.Context.Cancellation).ConfigureAwait(false);
            return await jpki.ReadTokenInfoAsync(card.Context.Cancellation).ConfigureAwait(false);
        }
        catch (CardStatusException)
        {
            return null;
        }
    }

    private static void Tell(CardAtHand card, CardDetection found, JpkiTokenInfo? token)
    {
        Language language = card.Context.Language;
        string[] applications = [.. found.Applications.Select(ApplicationNames.Of)];
        string atr = Convert.ToHexString(card.AnswerToReset.Span);
        string[] lines =
        [
            $"{language.Pick("kind", "種別")}: {language.Pick(found.Kind.Name, found.Kind.JapaneseName)} ({found.Kind.Confidence})",
            $"{language.Pick("reader", "リーダー")}: {card.Reader}",
            $"ATR: {atr}",
            $"{language.Pick("applications", "アプリケーション")}: {string.Join(", ", applications)}",
            $"{language.Pick("signature certificate", "署名用電子証明書")}: {Word(found.Certificates?.HasSignature, language)}",
            $"{language.Pick("authentication certificate", "利用者証明用電子証明書")}: {Word(found.Certificates?.HasUserAuthentication, language)}",
            $"{language.Pick("token", "トークン")}: {token?.Label ?? found.Label ?? "-"}, {token?.Manufacturer ?? "-"}, {token?.Model ?? "-"}",
        ];
        card.Context.Report.Answer(string.Join(Environment.NewLine, lines), writer =>
        {
            writer.WriteString("reader", card.Reader);
            writer.WriteString("kind", found.Kind.Name);
            writer.WriteString("confidence", found.Kind.Confidence.ToString());
            writer.WriteString("atr", atr);
            CardJson.Texts(writer, "applications", applications);
            CardJson.Texts(writer, "missing", found.Missing.Select(ApplicationNames.Of));
            CardJson.Flag(writer, "signatureCertificate", found.Certificates?.HasSignature);
            CardJson.Flag(writer, "authenticationCertificate", found.Certificates?.HasUserAuthentication);
            CardJson.Text(writer, "label", token?.Label ?? found.Label);
            CardJson.Text(writer, "manufacturer", token?.Manufacturer);
            CardJson.Text(writer, "model", token?.Model);
        });
    }

    private static string Word(bool? has, Language language) => has switch
    {
        true => language.Pick("present", "あり"),
        false => language.Pick("none", "なし"),
        null => language.Pick("not told", "不明"),
    };
}
