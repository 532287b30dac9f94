using System.Text;
using MyNumber.Jpki.Services.Consents;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Services.Consents;

public sealed class ConsentRequestTests : IDisposable
{
    private const string Service = "見本銀行 口座";

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider _clock = new(Now);
    private readonly SeededRandom _random = new();

    public void Dispose() => _random.Dispose();

    [Fact]
    public void Text_to_be_signed_is_the_documented_one()
    {
        ConsentRequest request = Ask();
        Encoding.UTF8.GetString(request.Content.Span).ShouldBe(
            "MyNumber SDK consent to the latest four attributes v1\n" +
            "consent: AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\n" +
            "service: 見本銀行 口座\n" +
            "explanation: 2026-04\n" +
            "asked-at: 2026-11-21T03:00:00Z\n");
        request.ToString().ShouldBe("ConsentRequest(***)");
    }

    [Fact]
    public void A_request_comes_back_from_its_content()
    {
        ConsentRequest request = Ask();
        ConsentRequest.TryParse(request.Content.Span, out ConsentRequest? again).ShouldBeTrue();
        (again.Id, again.Service, again.Explanation, again.AskedAt).ShouldBe((request.Id, Service, "2026-04", Now));
        again.Content.ToArray().ShouldBe(request.Content.ToArray());
    }

    [Theory]
    [InlineData("empty", "", "")]
    [InlineData("another heading", "consent to", "Consent to")]
    [InlineData("a line left out", "explanation: 2026-04\n", "")]
    [InlineData("a line more", "asked-at", "more: 1\nasked-at")]
    [InlineData("another name", "service:", "Service:")]
    [InlineData("an id of another length", "AAEC", "AAECAAEC")]
    [InlineData("an id of other characters", "AAEC", "A=EC")]
    [InlineData("no service", "見本銀行 口座", "")]
    [InlineData("half a second", "00Z", "00.5Z")]
    [InlineData("another offset", "00Z", "00+09:00")]
    [InlineData("no last line feed", "00Z\n", "00Z")]
    public void Other_bytes_are_no_request(string description, string found, string put)
    {
        string text = Encoding.UTF8.GetString(Ask().Content.Span);
        ConsentRequest.TryParse(Encoding.UTF8.GetBytes(found.Length == 0 ? put : text.Replace(found, put, StringComparison.Ordinal)), out ConsentRequest? request).ShouldBeFalse(description);
        request.ShouldBeNull(description);
    }

    [Theory]
    [InlineData("empty", "")]
    [InlineData("a second line", "a\nconsent: b")]
    [InlineData("line separator", "a\u2028b")]
    [InlineData("paragraph separator", "a\u2029b")]
    [InlineData("control character", "a\u0085b")]
    [InlineData("replacement character", "a\uFFFDb")]
    public void A_service_of_another_shape_is_refused(string description, string service) =>
        Should.Throw<ArgumentException>(() => ConsentRequest.Create(service, "1", _random, _clock), description);

    [Theory]
    [InlineData("one half", "a\\uD842b")]
    [InlineData("halves in the wrong order", "\\uDFB7\\uD842")]
    public void Half_a_character_is_refused(string description, string escaped) =>
        Should.Throw<ArgumentException>(() => ConsentRequest.Create(System.Text.RegularExpressions.Regex.Unescape(escaped), "1", _random, _clock), description);

    [Fact]
    public void A_character_outside_the_basic_plane_is_a_character()
    {
        ConsentRequest request = ConsentRequest.Create("𠮷野銀行", "2026-04", _random, _clock);
        ConsentRequest.TryParse(request.Content.Span, out ConsentRequest? again).ShouldBeTrue();
        again.Service.ShouldBe("𠮷野銀行");
    }

    private ConsentRequest Ask() => ConsentRequest.Create(Service, "2026-04", _random, _clock);
}
