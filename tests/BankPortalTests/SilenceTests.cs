using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;
using BankPortal.Accounts;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Testing;

namespace BankPortalTests;

/// <summary>What no log at any level, no address and no cookie may hold, after an opening, a login, a refusal and a clerk's looks.</summary>
public sealed class SilenceTests : CustomerTests
{
    private const string Phone = "090-1234-5678";

    private Browser _clerk = null!;

    private protected override async Task PrepareAsync()
    {
        await Customer.OpenAccountAsync(("Input.Phone", Phone));
        await Customer.LogInAsync();
        Portal.Lab.Hold(0);
        Portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await Customer.LogInAsync();
        _clerk = await Clerk.StartAsync(Portal);
        await _clerk.GetAsync("/clerk/application/M20261110-00001");
        await _clerk.SubmitAsync(await _clerk.GetAsync("/clerk/status"));
        Portal.Get<AccountBook>().All.Count.ShouldBe(1);
    }

    [Fact]
    public void No_attribute_serial_PIN_or_secret_of_a_session_is_in_any_log()
    {
        string log = string.Join('\n', Portal.Log.Lines.Select(line => line.Text));

        log.Length.ShouldBeGreaterThan(1000);
        ShouldBeSilent(log);
        foreach (string value in Customer.Browser.Planted.Select(cookie => cookie.Value).Where(value => value.Length > 20))
        {
            log.Contains(value, StringComparison.Ordinal).ShouldBeFalse("the value of a cookie");
        }
    }

    [Fact]
    public void No_attribute_serial_or_PIN_is_in_an_address()
    {
        string addresses = string.Join('\n', Customer.Browser.Addresses.Concat(_clerk.Addresses).SelectMany(Readings));

        foreach (string path in new[] { "/open/signed", "/signin-jpki", "/login/refused?reason=Held", "/clerk/application/M20261110-00001" })
        {
            addresses.ShouldContain(path);
        }

        ShouldBeSilent(addresses);
    }

    [Fact]
    public void No_attribute_serial_or_PIN_can_be_read_from_a_cookie()
    {
        (string Name, string Value)[] cookies = [.. Customer.Browser.Planted, .. _clerk.Planted];

        foreach (string name in new[] { "__Host-BankPortal.Customer", "__Host-BankPortal.Clerk", "__Host-BankPortal.Draft", "__Host-MyNumber.Jpki.Login.", "__Host-MyNumber.Jpki.Asked." })
        {
            cookies.ShouldContain(cookie => cookie.Name.StartsWith(name, StringComparison.Ordinal) && cookie.Value.Length != 0);
        }

        ShouldBeSilent(string.Join('\n', cookies.SelectMany(cookie => new[] { cookie.Name, cookie.Value }).SelectMany(Readings)));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("percent")]
    [InlineData("base64url")]
    [InlineData("hexadecimal of base64url")]
    public void What_is_written_in_another_way_is_read(string how)
    {
        const string Name = "見本　花子";
        byte[] serial = [0x0A, 0xBC, 0xDE, 0xF1];
        (string written, string read) = how switch
        {
            "plain" => (Name, Name),
            "percent" => (Uri.EscapeDataString(Name), Name),
            "base64url" => (Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Name)), Name),
            _ => (Base64Url.EncodeToString(serial), Convert.ToHexString(serial)),
        };

        string.Join('\n', Readings(written)).ShouldContain(read);
    }

    private void ShouldBeSilent(string text)
    {
        foreach ((string what, string secret) in Secrets(Portal.Person()))
        {
            text.Contains(secret, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(what);
        }
    }

    private static IEnumerable<string> Readings(string written)
    {
        string plain = Uri.UnescapeDataString(written);
        yield return written;
        yield return plain;
        if (Base64Url.IsValid(plain))
        {
            byte[] bytes = Base64Url.DecodeFromChars(plain);
            yield return Encoding.UTF8.GetString(bytes);
            yield return Convert.ToHexString(bytes);
        }
    }

    private static IEnumerable<(string What, string Secret)> Secrets(LabHolder person)
    {
        yield return ("name", person.Person.Attributes.Name);
        yield return ("family name", person.Person.Attributes.Name.Split('　')[0]);
        yield return ("address", person.Person.Attributes.Address);
        yield return ("birth date", person.Person.Attributes.BirthDate.ToCardForm());
        yield return ("phone", Phone);
        yield return ("signature PIN", person.Person.Card.Pins.Reveal(CardPinKind.Signature)!);
        foreach (ReadOnlyMemory<byte> serial in new[] { person.Certificates.Signature!.Identity.SerialNumber, person.Certificates.UserAuthentication.Identity.SerialNumber })
        {
            yield return ("serial in hexadecimal", Convert.ToHexString(serial.Span));
            yield return ("serial in decimal", new BigInteger(serial.Span, isUnsigned: true, isBigEndian: true).ToString(CultureInfo.InvariantCulture));
        }
    }
}
