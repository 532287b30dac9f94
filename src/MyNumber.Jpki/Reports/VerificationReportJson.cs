using System.Text.Json;

namespace MyNumber.Jpki.Reports;

/// <summary>Reports as JSON in UTF-8: stable property names in camelCase, enums by name, instants in ISO 8601.</summary>
public static class VerificationReportJson
{
    private const string SchemaName = "verification-report.schema.json";

    /// <summary>Writes a report. The properties are those of the schema (<see cref="ReadSchema"/>); <c>format</c> is 1.</summary>
    /// <param name="report">The report.</param>
    /// <returns>JSON in UTF-8 without byte-order mark.</returns>
    public static byte[] Serialize(VerificationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonSerializer.SerializeToUtf8Bytes(report.Document, ReportJsonContext.Default.ReportDocument);
    }

    /// <summary>The schema of the JSON (JSON Schema, draft 2020-12), as it is in the package.</summary>
    /// <returns>JSON in UTF-8; a new array each time.</returns>
    public static byte[] ReadSchema()
    {
        using Stream file = typeof(VerificationReportJson).Assembly.GetManifestResourceStream(SchemaName)!;
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
