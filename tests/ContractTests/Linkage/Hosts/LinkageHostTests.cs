using MyNumber.TestKit;
using MyNumber.Testing.Linkage;

namespace MyNumber.ContractTests.Linkage.Hosts;

/// <summary>The roles as processes of their own, in memory.</summary>
public sealed class LinkageHostTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LinkageHostTests()
    {
        LabNetwork network = ChildAllowance.CreateNetwork(people: 4);
        LabFolder.Write(_folder.Path, network, LabKeys.Create(network));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Core_and_bodies_exchange_over_their_sockets_and_end_with_their_input()
    {
        await using HostProcess core = await HostProcess.StartAsync("core", _folder.Path);
        await core.DoAsync("seed");
        await using HostProcess tax = await BodyAsync(103);
        await using HostProcess pension = await BodyAsync(401);
        await using HostProcess city = await BodyAsync(101);
        await city.DoAsync("inquire 0 12 4 4");
        city.Lines.Count(line => line.StartsWith("provided ", StringComparison.Ordinal)).ShouldBe(12);
        foreach (HostProcess host in new[] { city, pension, tax, core })
        {
            (await host.EndAsync()).ShouldBe(0);
        }
    }

    [Fact]
    public async Task Provider_that_starts_again_elsewhere_is_found()
    {
        await using HostProcess core = await HostProcess.StartAsync("core", _folder.Path);
        await core.DoAsync("seed");
        await using HostProcess first = await BodyAsync(103);
        await using HostProcess city = await BodyAsync(101);
        await first.KillAsync();
        await city.DoAsync("inquire 0 1 1 4");
        city.Lines.ShouldContain(line => line.StartsWith("other ", StringComparison.Ordinal) && line.TrimEnd().EndsWith(" Waiting", StringComparison.Ordinal));
        await using HostProcess second = await BodyAsync(103);
        await core.DoAsync("resume");
        await city.DoAsync("resume");
        city.Lines.ShouldContain("ended 1");
    }

    private async Task<HostProcess> BodyAsync(int agency)
    {
        HostProcess body = await HostProcess.StartAsync("body", _folder.Path, agency.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await body.DoAsync("seed");
        return body;
    }
}
