using System.Globalization;
using System.Text.Json;
using MyNumber.Cli.Contract;
using MyNumber.Jpki;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Validation;

namespace MyNumber.Cli.Certificates;

/// <summary>One answer about a certificate or a signer, as lines and as JSON. No serial and no attribute is in it.</summary>
/// <param name="Outcome">Valid, invalid or undetermined.</param>
/// <param name="Reason">Why.</param>
/// <param name="Validation">The answer about the certificate, where it came to that.</param>
/// <param name="WasAsked">Whether status was asked at all.</param>
/// <param name="CheckedAt">For which instant.</param>
internal sealed record Verdict(VerificationOutcome Outcome, VerificationReason Reason, ValidationResult? Validation, bool WasAsked, DateTimeOffset CheckedAt)
{
    private RevocationEvidence? Status => WasAsked ? Validation?.Status : null;

    /// <summary>A time as all answers write it.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public IEnumerable<string> Lines(Language language)
    {
        yield return $"{VerdictWords.Outcome(Outcome, language)} ({Reason}): {VerdictWords.Reason(Reason, language)}";
        if (Status is { } status)
        {
            yield return StatusLine(status, language);
        }
        else if (!WasAsked && Outcome == VerificationOutcome.Valid)
        {
            yield return language.Pick("STATUS WAS NOT ASKED: a held or revoked certificate looks the same.", "失効の有無は確認していません。一時保留・失効した証明書でもこの結果になります。");
        }

        yield return language.Pick("next: ", "次に: ") + VerdictWords.Next(Outcome, Reason, language);
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("outcome", Outcome.ToString());
        writer.WriteString("reason", Reason.ToString());
        writer.WriteNumber("reasonNumber", (int)Reason);
        writer.WriteString("checkedAt", Time(CheckedAt));
        writer.WriteBoolean("statusAsked", WasAsked);
        writer.WriteString("state", WasAsked ? Validation?.State.ToString() : null);
        writer.WriteString("revocationReason", Status?.Reason?.ToString());
        WriteTime(writer, "since", Status?.Since);
        writer.WriteString("method", Status?.Method.ToString());
        writer.WriteString("origin", Status?.Origin.ToString());
        WriteTime(writer, "knownUpTo", Status?.ThisUpdate);
        WriteTime(writer, "nextUpdate", Status?.NextUpdate);
        if (Status?.AgeAt(CheckedAt) is { } age)
        {
            writer.WriteNumber("ageSeconds", (long)age.TotalSeconds);
        }
    }

    private string StatusLine(RevocationEvidence status, Language language)
    {
        string since = status.Since is { } at ? language.Pick($" since {Time(at)}", $" ({Time(at)} から)") : string.Empty;
        string reason = status.Reason is { } why ? $" {why}" : string.Empty;
        string known = status.ThisUpdate is { } update && status.AgeAt(CheckedAt) is { } age
            ? language.Pick($"; {status.Method} from {status.Origin}, known up to {Time(update)}, {(long)age.TotalSeconds} s old", $"; {status.Method} ({status.Origin})、{Time(update)} 時点、{(long)age.TotalSeconds} 秒前")
            : $"; {status.Method}";
        return language.Pick("status: ", "状態: ") + VerdictWords.State(Validation!.State, language) + reason + since + known;
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset? time) => writer.WriteString(name, time is { } there ? Time(there) : null);
}
