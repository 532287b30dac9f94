using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;
using MyNumber.Jpki.Reports;

namespace MyNumber.Jpki.AspNetCore.Problems;

/// <summary>The language that a request asks for (RFC 9110 §12.5.4).</summary>
public static class RequestLanguage
{
    /// <summary>Japanese or English, whichever the Accept-Language header prefers.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The language; Japanese when neither is asked for.</returns>
    public static ReportLanguage Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        IList<StringWithQualityHeaderValue> asked = new RequestHeaders(request.Headers).AcceptLanguage;
        double japanese = QualityOf(asked, "ja"), english = QualityOf(asked, "en");
        return english > japanese ? ReportLanguage.English : ReportLanguage.Japanese;
    }

    private static double QualityOf(IList<StringWithQualityHeaderValue> asked, string language) => asked
        .Where(value => value.Value.StartsWith(language, StringComparison.OrdinalIgnoreCase) && (value.Value.Length == language.Length || value.Value[language.Length] == '-'))
        .Select(value => value.Quality ?? 1)
        .DefaultIfEmpty(0)
        .Max();
}
