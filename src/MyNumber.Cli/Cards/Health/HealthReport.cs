using System.Text.Json;
using MyNumber.Card.Pcsc.Errors;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Cards.Health;

/// <summary>Tells each check: good, failed with cause and remedy in both languages, or not reached; what is about a card once for each, what failed once for each reader.</summary>
internal sealed class HealthReport(VerbContext context)
{
    /// <summary>Tells the checks of a run that came to an end.</summary>
    /// <param name="findings">What was found, at least one.</param>
    public ExitCode Tell(IReadOnlyList<Finding> findings)
    {
        HealthCheck[] checks = Enum.GetValues<HealthCheck>();
        foreach (HealthCheck check in checks.Where(check => check < HealthCheck.Card))
        {
            TellCommon(check, findings);
        }

        foreach (Finding finding in findings)
        {
            foreach (HealthCheck check in checks.Where(check => check >= HealthCheck.Card))
            {
                Tell(check, finding, finding.Reader);
            }
        }

        return findings.All(finding => finding.Failed is null) ? ExitCode.Done : ExitCode.Refused;
    }

    /// <summary>Where it failed nowhere, whoever came furthest tells whether anybody came so far.</summary>
    private void TellCommon(HealthCheck check, IReadOnlyList<Finding> findings)
    {
        Finding[] failed = [.. findings.Where(finding => finding.Failed == check)];
        foreach (Finding finding in failed)
        {
            Tell(check, finding, finding.Reader);
        }

        if (failed.Length == 0)
        {
            Tell(check, findings.MaxBy(finding => finding.Failed is { } wrong ? (int)wrong : int.MaxValue)!, null);
        }
    }

    private void Tell(HealthCheck check, Finding finding, string? reader)
    {
        string outcome = finding.Failed is not { } wrong || check < wrong ? "ok" : check == wrong ? "failed" : "notReached";
        HealthAdvice? advice = check == finding.Failed ? finding.Advice : null;
        Language language = context.Language;
        string place = reader is null ? string.Empty : $" [{reader}]";
        string text = $"{Label(check, language)}{place}: {Word(outcome, language)}{(advice is null ? string.Empty : Sentences(advice, language))}";
        context.Report.Answer(text, writer =>
        {
            writer.WriteString("check", JsonNamingPolicy.CamelCase.ConvertName(check.ToString()));
            writer.WriteString("outcome", outcome);
            if (reader is not null)
            {
                writer.WriteString("reader", reader);
            }

            if (advice is not null)
            {
                writer.WriteString("code", advice.Code);
                Write(writer, "en", advice.English);
                Write(writer, "ja", advice.Japanese);
            }
        });
    }

    private static void Write(Utf8JsonWriter writer, string name, PcscAdvice advice)
    {
        writer.WriteStartObject(name);
        writer.WriteString("cause", advice.What);
        writer.WriteString("remedy", advice.Remedy);
        writer.WriteEndObject();
    }

    private static string Sentences(HealthAdvice advice, Language language)
    {
        (PcscAdvice first, PcscAdvice second) = language == Language.Japanese ? (advice.Japanese, advice.English) : (advice.English, advice.Japanese);
        return $" ({advice.Code}){Environment.NewLine}  {first.What}{Environment.NewLine}  → {first.Remedy}{Environment.NewLine}  {second.What}{Environment.NewLine}  → {second.Remedy}";
    }

    private static string Label(HealthCheck check, Language language) => check switch
    {
        HealthCheck.Library => language.Pick("PC/SC library", "PC/SCライブラリ"),
        HealthCheck.Service => language.Pick("PC/SC service", "PC/SCサービス"),
        HealthCheck.Permission => language.Pick("permission", "権限"),
        HealthCheck.Reader => language.Pick("reader", "リーダー"),
        HealthCheck.Card => language.Pick("card", "カード"),
        HealthCheck.Application => language.Pick("Individual Number Card", "個人番号カード"),
        _ => language.Pick("PINs", "暗証番号"),
    };

    private static string Word(string outcome, Language language) => outcome switch
    {
        "ok" => language.Pick("ok", "正常"),
        "failed" => language.Pick("failed", "異常"),
        _ => language.Pick("not reached", "未確認"),
    };
}
