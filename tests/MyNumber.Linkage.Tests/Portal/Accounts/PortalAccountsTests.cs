using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Numbers;
using MyNumber.Linkage.Core.Residents;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Portal.Accounts;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Linkage.Tests.Core;

namespace MyNumber.Linkage.Tests.Portal.Accounts;

public sealed class PortalAccountsTests : IAsyncLifetime
{
    private PortalWorld _world = null!;

    private PortalAccounts Accounts => _world.Side.Accounts;

    public async Task InitializeAsync() => _world = await PortalWorld.StartAsync();

    public Task DisposeAsync()
    {
        _world.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Same_login_leads_to_the_same_account_and_another_to_another()
    {
        AddresseeNumber mine = await Accounts.OpenAsync(PortalSide.Handle(1));
        (await Accounts.OpenAsync(PortalSide.Handle(1))).ShouldBe(mine);
        (await Accounts.OpenAsync(PortalSide.Handle(2))).ShouldNotBe(mine);
        (await Accounts.FindAsync(PortalSide.Handle(3))).IsEmpty.ShouldBeTrue();
        (await Accounts.FindAsync(default(LoginHandle))).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task Renewed_login_leads_to_the_account_and_a_removed_one_nowhere()
    {
        AddresseeNumber mine = await Accounts.OpenAsync(PortalSide.Handle(1));
        (await Accounts.LeadAsync(PortalSide.Handle(5), mine)).ShouldBeTrue();
        (await Accounts.RemoveAsync(PortalSide.Handle(1))).ShouldBeTrue();
        (await Accounts.RemoveAsync(PortalSide.Handle(1))).ShouldBeFalse();
        (await Accounts.FindAsync(PortalSide.Handle(1))).IsEmpty.ShouldBeTrue();
        (await Accounts.FindAsync(PortalSide.Handle(5))).ShouldBe(mine);
        (await Accounts.LeadAsync(PortalSide.Handle(6), new AddresseeNumber(1))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("too short", 15)]
    [InlineData("too long", 1025)]
    public void Handle_of_another_length_is_refused(string row, int length) => Should.Throw<ArgumentException>(() => LoginHandle.Of(new byte[length]), row);

    [Fact]
    public void Text_of_a_handle_is_a_mask() => PortalSide.Handle(1).ToString().ShouldBe("login ***");

    [Fact]
    public async Task State_changes_and_a_missing_account_has_none()
    {
        AddresseeNumber mine = await Accounts.OpenAsync(PortalSide.Handle(1));
        foreach (AccountState state in new[] { AccountState.Restricted, AccountState.Open, AccountState.Closed, AccountState.Open })
        {
            (await Accounts.SetStateAsync(mine, state)).ShouldBeTrue();
            (await Accounts.StateOfAsync(mine)).ShouldBe(state);
        }

        (await Accounts.SetStateAsync(new AddresseeNumber(1), AccountState.Closed)).ShouldBeFalse();
        (await Accounts.StateOfAsync(new AddresseeNumber(1))).ShouldBe(AccountState.None);
        await Should.ThrowAsync<ArgumentException>(async () => await Accounts.SetStateAsync(mine, AccountState.None));
    }

    [Fact]
    public async Task Portal_learns_its_own_code_only_and_a_new_certificate_finds_the_account_again()
    {
        Lab lab = new();
        Route route = new(lab);
        RegistrationDesk desk = new(Accounts, lab.Door(Bodies.Portal), route);
        Registration first = await desk.RegisterAsync(PortalSide.Handle(1));
        first.IsDone.ShouldBeTrue();
        AgencyCode code = await Accounts.FindCodeAsync(first.Account);
        code.ShouldBe(await lab.AcquireAsync(Bodies.Portal, 1));
        code.ShouldNotBe(await lab.AcquireAsync(Bodies.City, 1));

        (await desk.RegisterAsync(PortalSide.Handle(1))).Account.ShouldBe(first.Account);
        route.People[PortalSide.Handle(7)] = 1;
        (await desk.RegisterAsync(PortalSide.Handle(7))).Account.ShouldBe(first.Account);
        route.People[PortalSide.Handle(2)] = 2;
        (await desk.RegisterAsync(PortalSide.Handle(2))).Account.ShouldNotBe(first.Account);
    }

    [Fact]
    public async Task Code_that_is_tied_to_a_number_without_account_registers_nobody_and_stays_where_it_is()
    {
        Lab lab = new();
        RegistrationDesk desk = new(Accounts, lab.Door(Bodies.Portal), new Route(lab));
        AgencyCode code = await lab.AcquireAsync(Bodies.Portal, 1);
        (await _world.Portal.Space.TieAsync(new AddresseeNumber(77), code)).ShouldBe(CodeTieOutcome.Tied);

        await Should.ThrowAsync<InvalidOperationException>(async () => await desk.RegisterAsync(PortalSide.Handle(1)));
        (await Accounts.FindAsync(PortalSide.Handle(1))).IsEmpty.ShouldBeTrue();
        (await Accounts.StateOfAsync(new AddresseeNumber(77))).ShouldBe(AccountState.None);
        (await Accounts.FindAsync(code)).ShouldBe(new AddresseeNumber(77));
    }

    [Fact]
    public async Task Who_is_no_resident_waits_without_an_account_and_who_closed_one_gets_it_back()
    {
        Lab lab = new();
        Route route = new(lab);
        RegistrationDesk desk = new(Accounts, lab.Door(Bodies.Portal), route);
        Registration waiting = await desk.RegisterAsync(PortalSide.Handle(9));
        (waiting.IsDone, waiting.State).ShouldBe((false, AcquisitionState.NonResident));
        (await Accounts.FindAsync(PortalSide.Handle(9))).IsEmpty.ShouldBeTrue();

        AddresseeNumber mine = (await desk.RegisterAsync(PortalSide.Handle(1))).Account;
        await Accounts.SetStateAsync(mine, AccountState.Closed);
        (await desk.RegisterAsync(PortalSide.Handle(1))).Account.ShouldBe(mine);
        (await Accounts.StateOfAsync(mine)).ShouldBe(AccountState.Open);
    }

    /// <summary>J-LIS in a test: it knows whose certificate logged in.</summary>
    private sealed class Route(Lab lab) : ILoginRoute
    {
        public Dictionary<LoginHandle, int> People { get; } = new() { [PortalSide.Handle(1)] = 1 };

        public async ValueTask<AcquisitionAnswer> AcquireAsync(AcquisitionNumber number, LoginHandle handle, CancellationToken cancellationToken = default)
        {
            await lab.Desk.MarkSentAsync(number, AcquisitionRoute.Jlis, cancellationToken);
            return await lab.Desk.ForwardAsync(
                number, People.TryGetValue(handle, out int person) ? ResidentAnswer.Found(Tests.Core.People.Code(person)) : ResidentAnswer.NonResident, cancellationToken);
        }
    }
}
