using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MyNumber.Linkage.Addressees;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Tests.Core;
using MyNumber.Numbering;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.Tests.Addressees;

/// <summary>The way of a form: individual number, addressee number, agency code, inquiry.</summary>
public sealed class AddresseeInquiryTests : IAsyncLifetime
{
    private readonly Dictionary<AgencyId, WatchedBodyStore> _servers = [];
    private readonly WatchedBodyStore _own = new();
    private readonly BodyCipher _ownKey = new(ChildAllowance.City, [.. Enumerable.Repeat((byte)9, 32)]);
    private LinkageLab _lab = null!;

    private LabBody City => _lab[ChildAllowance.City];

    public async Task InitializeAsync() => _lab = await LinkageLab.StartAsync(
        ChildAllowance.CreateNetwork(people: 1), new LinkageLabOptions { BodyStores = agency => new LabBodyStores { Space = _servers[agency] = new WatchedBodyStore() } });

    public Task DisposeAsync()
    {
        _lab.Dispose();
        _ownKey.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Form_with_a_number_leads_to_data_and_no_server_sees_the_number()
    {
        IndividualNumber number = People.Number(1);
        AddresseeNumber addressee = await EnterAsync(number);
        InquiryResult result = await AskAsync((await OpenBook().FindAsync(number)).Addressee);
        result.Outcome.ShouldBe(InquiryOutcome.Provided);
        result.Payload!.Items.Select(item => item.Value).ShouldBe(["dependants of 0", "income of 0"]);
        (await City.Space.FindCodeAsync(addressee)).IsEmpty.ShouldBeFalse();
        foreach (byte[] form in FormsOf(number))
        {
            _servers.Keys.Any(agency => HoldsOf(agency, form)).ShouldBeFalse();
            _own.Seen.Any(row => row.Sealed.Span.IndexOf(form) >= 0).ShouldBeFalse();
        }

        _own.Holds(_ownKey, FormsOf(number)[0]).ShouldBeTrue("the look into the rows finds a number that is there");
    }

    [Fact]
    public async Task Changed_number_asks_with_the_same_code_and_the_former_one_asks_nothing()
    {
        AddresseeNumber addressee = await EnterAsync(People.Number(1));
        AgencyCode code = await City.Space.FindCodeAsync(addressee);
        await OpenBook().ChangeNumberAsync(People.Number(1), People.Number(2));
        (await City.Space.FindCodeAsync((await OpenBook().FindAsync(People.Number(2))).Addressee)).ShouldBe(code);
        (await OpenBook().FindAsync(People.Number(1))).Addressee.IsEmpty.ShouldBeTrue();
        (await AskAsync((await OpenBook().FindAsync(People.Number(2))).Addressee)).Outcome.ShouldBe(InquiryOutcome.Provided);
    }

    [Fact]
    public async Task Addressee_without_a_code_asks_nothing()
    {
        AddresseeNumber addressee = (await OpenBook().GetOrAddAsync(People.Number(3))).Addressee;
        (await AskAsync(addressee)).State.ShouldBe(InquiryState.NoCode);
    }

    [Fact]
    public async Task Key_of_the_servers_space_does_not_open_the_book()
    {
        await EnterAsync(People.Number(1));
        using BodyCipher space = _lab.Keys.Bodies[ChildAllowance.City].CreateCipher();
        AddresseeBook wrong = new(_own, space, RandomNumberGenerator.Create());
        (await wrong.FindAsync(People.Number(1))).Outcome.ShouldBe(AddresseeOutcome.Unknown);
    }

    private AddresseeBook OpenBook() => new(_own, _ownKey, RandomNumberGenerator.Create());

    /// <summary>Enters a person, and ties to the new addressee the code that the city has acquired for person 0 of the network.</summary>
    private async Task<AddresseeNumber> EnterAsync(IndividualNumber number)
    {
        AddresseeNumber addressee = (await OpenBook().GetOrAddAsync(number)).Addressee;
        AddresseeNumber seeded = ChildAllowance.Addressee(ChildAllowance.City, 0);
        AgencyCode code = await City.Space.FindCodeAsync(seeded);
        (await City.Space.RetieAsync(seeded, code, default)).ShouldBe(CodeTieOutcome.Tied);
        (await City.Space.TieAsync(addressee, code)).ShouldBe(CodeTieOutcome.Tied);
        return addressee;
    }

    private async Task<InquiryResult> AskAsync(AddresseeNumber addressee) =>
        await City.Asking.InquireAsync(City.CreateWorker(ChildAllowance.Affair), ChildAllowance.Order(person: 0, need: 1) with { Addressee = addressee });

    private bool HoldsOf(AgencyId agency, byte[] secret)
    {
        using BodyCipher cipher = _lab.Keys.Bodies[agency].CreateCipher();
        return _servers[agency].Holds(cipher, secret);
    }

    /// <summary>Digits as ASCII and UTF-16, and the integer in both byte orders.</summary>
    private static byte[][] FormsOf(IndividualNumber number)
    {
        string digits = number.Reveal();
        byte[] big = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(big, long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture));
        return [Encoding.ASCII.GetBytes(digits), Encoding.Unicode.GetBytes(digits), big, [.. big.Reverse()]];
    }
}
