using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Records;
using MyNumber.TestKit;
using MyNumber.Testing.Linkage;

namespace MyNumber.Testing.Tests.Linkage;

public sealed class LabFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LabNetwork _network = ChildAllowance.CreateNetwork(people: 1);

    public LabFolderTests() => LabFolder.Write(_folder.Path, _network, LabKeys.Create(_network));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Roles_that_read_a_folder_each_for_itself_make_one_network()
    {
        LabNetwork network = LabFolder.ReadNetwork(_folder.Path);
        network.Matrix.Version.ShouldBe(_network.Matrix.Version);
        LabCards cards = LabFolder.ReadCards(_folder.Path);
        using LabCore core = await LabCore.OpenAsync(network, LabFolder.ReadCoreKeys(_folder.Path), cards);
        await core.SeedAsync();
        using LabBody city = await JoinAsync(core, ChildAllowance.City);
        using LabBody provider = await JoinAsync(core, ChildAllowance.PensionOffice);
        InquiryResult result = await city.Asking.InquireAsync(city.CreateWorker(ChildAllowance.Affair), ChildAllowance.Order(person: 0, need: 4));
        (result.Outcome, result.Payload!.Items[0].Value).ShouldBe((InquiryOutcome.Provided, "pension of 0"));
    }

    [Fact]
    public void Certificate_of_each_role_is_the_one_that_the_cards_pin()
    {
        LabCards cards = LabFolder.ReadCards(_folder.Path);
        using X509Certificate2 core = LabFolder.ReadCoreKeys(_folder.Path).CreateCertificate();
        core.PublicKey.ExportSubjectPublicKeyInfo().ShouldBe(cards.Core.ServerKey.ToArray());
        using X509Certificate2 city = LabFolder.ReadBodyKeys(_folder.Path, ChildAllowance.City).CreateCertificate();
        city.PublicKey.ExportSubjectPublicKeyInfo().ShouldBe(cards.Bodies[ChildAllowance.City].ServerKey.ToArray());
        using ECDsa? key = city.GetECDsaPrivateKey();
        key.ShouldNotBeNull();
    }

    [SkippableFact]
    public void Keys_are_for_the_eyes_of_their_owner()
    {
        Skip.If(OperatingSystem.IsWindows(), "Files have no owner's mode here.");
        foreach (string name in new[] { "core.json", "agency-101.json" })
        {
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(Path.Combine(_folder.Path, name)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
    }

    [Fact]
    public void Files_for_all_hold_no_private_key()
    {
        using ECDsa log = LabFolder.ReadCoreKeys(_folder.Path).CreateLogKey();
        string secret = Convert.ToBase64String(log.ExportPkcs8PrivateKey());
        File.ReadAllText(Path.Combine(_folder.Path, "core.json")).Replace("\\u002B", "+", StringComparison.Ordinal).ShouldContain(secret);
        foreach (string name in new[] { "network.json", "rules.json", "cards.json", "agency-101.json" })
        {
            File.ReadAllText(Path.Combine(_folder.Path, name)).Replace("\\u002B", "+", StringComparison.Ordinal).ShouldNotContain(secret);
        }
    }

    [Theory]
    [InlineData("no JSON", "network.json", "{")]
    [InlineData("null", "network.json", "null")]
    [InlineData("another kind of file", "network.json", """{"kind":"network","agencies":[],"holders":[],"people":[]}""")]
    [InlineData("an unknown member", "network.json", """{"kind":"synthetic lab network","agencies":[],"holders":[],"people":[],"more":1}""")]
    [InlineData("a person at no body", "network.json", """{"kind":"synthetic lab network","agencies":[],"holders":[],"people":[[{"agency":1,"addressee":1,"replicas":[]}]]}""")]
    [InlineData("rules that are none", "rules.json", """{"rules":[{}]}""")]
    public void Spoilt_description_is_refused(string row, string name, string text)
    {
        File.WriteAllText(Path.Combine(_folder.Path, name), text);
        Should.Throw<InvalidDataException>(() => LabFolder.ReadNetwork(_folder.Path), row);
    }

    [Theory]
    [InlineData("no core", "[]")]
    [InlineData("keys that are none", """[{"agency":0,"logKey":"","serverKey":""},{"agency":1,"logKey":"","serverKey":"","signingKey":"AAAA","agreementKey":"AAAA"}]""")]
    public void Spoilt_cards_are_refused(string row, string text)
    {
        File.WriteAllText(Path.Combine(_folder.Path, "cards.json"), text);
        Should.Throw<InvalidDataException>(() => LabFolder.ReadCards(_folder.Path), row);
    }

    [Fact]
    public void Body_that_is_not_there_has_no_file() => Should.Throw<FileNotFoundException>(() => LabFolder.ReadBodyKeys(_folder.Path, new AgencyId(999)));

    private async Task<LabBody> JoinAsync(LabCore core, AgencyId agency)
    {
        LabBody body = await LabBody.OpenAsync(
            LabFolder.ReadNetwork(_folder.Path), LabFolder.ReadBodyKeys(_folder.Path, agency), LabFolder.ReadCards(_folder.Path), core.Exchange.LineOf(agency));
        await body.SeedAsync();
        core.Exchange.Connect(agency, body.Giving);
        return body;
    }
}
