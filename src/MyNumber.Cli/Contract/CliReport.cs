using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MyNumber.Cli.Contract;

/// <summary>How a verb speaks: an answer on standard output, a failure on standard error, each as text or as one line of JSON.</summary>
internal sealed class CliReport(TextWriter output, TextWriter error, bool json)
{
    // Japanese stays readable; the output is JSON for programs, never part of a page.
    private static readonly JsonWriterOptions _writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether the answers are JSON.</summary>
    public bool IsJson => json;

    /// <summary>Standard output itself, for a verb whose answer is rows of data.</summary>
    public TextWriter Data => output;

    /// <summary>Writes the answer and gives <see cref="ExitCode.Done"/>.</summary>
    public ExitCode Succeed(string text, IEnumerable<(string Name, string Value)> fields)
    {
        Answer(text, writer => WriteFields(writer, fields));
        return ExitCode.Done;
    }

    /// <summary>Writes one answer of perhaps many: the text, or the fields as one JSON object on a line.</summary>
    public void Answer(string text, Action<Utf8JsonWriter> fields) => output.WriteLine(json ? ToJson(fields) : text);

    /// <summary>Writes something that the user should know and that is no failure, on standard error.</summary>
    public void Notice(string text) => error.WriteLine(json ? ToJson(writer => writer.WriteString("notice", text)) : $"mynumber: {text}");

    /// <summary>Writes why one of many rows has no answer, on standard error; the exit code follows at the end.</summary>
    public void Refuse(string text, Action<Utf8JsonWriter> fields) => error.WriteLine(json ? ToJson(fields) : $"mynumber: {text}");

    /// <summary>Hands the answers so far over to whoever reads them.</summary>
    public void Flush() => output.Flush();

    /// <summary>Writes why it did not come out well and gives the code back.</summary>
    public ExitCode Fail(ExitCode code, IReadOnlyList<string> messages)
    {
        try
        {
            output.Flush();
        }
        catch (OutputLostException)
        {
            // The answers are lost; the failure can still be told.
        }

        if (json)
        {
            error.WriteLine(ToJson(writer => WriteFailure(writer, code, messages)));
            return code;
        }

        foreach (string message in messages)
        {
            error.WriteLine($"mynumber: {message}");
        }

        return code;
    }

    /// <summary>One JSON object on a line.</summary>
    public static string ToJson(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, _writing))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteFields(Utf8JsonWriter writer, IEnumerable<(string Name, string Value)> fields)
    {
        foreach ((string name, string value) in fields)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteFailure(Utf8JsonWriter writer, ExitCode code, IReadOnlyList<string> messages)
    {
        writer.WriteString("error", NameOf(code));
        writer.WriteNumber("exitCode", (int)code);
        writer.WriteStartArray("messages");
        foreach (string message in messages)
        {
            writer.WriteStringValue(message);
        }

        writer.WriteEndArray();
    }

    private static string NameOf(ExitCode code) => code switch
    {
        ExitCode.Refused => "refused",
        ExitCode.Usage => "usage",
        _ => "undetermined",
    };
}
