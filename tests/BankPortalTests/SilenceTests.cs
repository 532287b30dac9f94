using System.Globalization;
using System.Numerics;
using BankPortal.Accounts;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Testing;

namespace BankPortalTests;

/// <summary>What no log may hold, at any level.</summary>
public sealed class SilenceTests
{
    [Fact]
    public async Task No_attribute_serial_PIN_or_secret_of_a_session_is_in_any_log()
    {
        await using Portal portal = await Portal.StartAsync();
        LabHolder person = portal.Person();
        Customer customer = new(portal, portal.Open(), person);
        await customer.OpenAccountAsync(("Input.Phone", "090-1234-5678"));
        await customer.LogInAsync();
        portal.Lab.Hold(0);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await customer.LogInAsync();
        Browser clerk = await Clerk.StartAsync(portal);
        await clerk.GetAsync("/clerk/application/M20261110-00001");
        await clerk.SubmitAsync(await clerk.GetAsync("/clerk/status"));
        portal.Get<AccountBook>().All.Count.ShouldBe(1);

        string log = string.Join('\n', portal.Log.Lines.Select(line => line.Text));

        log.Length.ShouldBeGreaterThan(1000);
        foreach ((string what, string secret) in Secrets(person))
        {
            log.Contains(secret, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(what);
        }

        foreach (string value in customer.Browser.Cookies.All.Select(cookie => cookie.Value.ToString()).Where(value => value.Length > 20))
        {
            log.Contains(value, StringComparison.Ordinal).ShouldBeFalse("the value of a cookie");
        }
    }

    private static IEnumerable<(string What, string Secret)> Secrets(LabHolder person)
    {
        yield return ("name", person.Person.Attributes.Name);
        yield return ("family name", person.Person.Attributes.Name.Split('　')[0]);
        yield return ("address", person.Person.Attributes.Address);
        yield return ("birth date", person.Person.Attributes.BirthDate.ToCardForm());
        yield return ("phone", "090-1234-5678");
        yield return ("signature PIN", person.Person.Card.Pins.Reveal(CardPinKind.Signature)!);
        foreach (ReadOnlyMemory<byte> serial in new[] { person.Certificates.Signature!.Identity.SerialNumber, person.Certificates.UserAuthentication.Identity.SerialNumber })
        {
            yield return ("serial in hexadecimal", Convert.ToHexString(serial.Span));
            yield return ("serial in decimal", new BigInteger(serial.Span, isUnsigned: true, isBigEndian: true).ToString(CultureInfo.InvariantCulture));
        }
    }
}
