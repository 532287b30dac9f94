using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Testing;

namespace StatusWatch;

/// <summary>Everything up to the night: the customers, their five years with the authority, their accounts, and the day's events.</summary>
internal sealed class World : IDisposable
{
    private World(IReadOnlyList<Customer> customers)
    {
        Customers = customers;
        Clock = new ManualTimeProvider(Night.Foundation);
        OtherSide = new OtherSide(Clock);
        Bank = new Bank(OtherSide.Authority);
    }

    public IReadOnlyList<Customer> Customers { get; }

    public ManualTimeProvider Clock { get; }

    public OtherSide OtherSide { get; }

    public Bank Bank { get; }

    /// <summary>Lives through the years and the day; the clock then stands at the beginning of the watch.</summary>
    public static async Task<World> PrepareAsync(IReadOnlyList<Customer> customers, IProgress<long>? progress = null)
    {
        World world = new(customers);
        try
        {
            await world.IssueAsync(progress);
            await world.LiveDayAsync();
            world.Clock.Set(Night.Begins);
            return world;
        }
        catch
        {
            world.Dispose();
            throw;
        }
    }

    public void Dispose() => OtherSide.Dispose();

    private async Task IssueAsync(IProgress<long>? progress)
    {
        long done = 0;
        foreach (Customer customer in Customers.OrderBy(customer => customer.IssuedOn).ThenBy(customer => customer.Account, StringComparer.Ordinal))
        {
            Clock.Set(Night.At(customer.IssuedOn, 10));
            IssuedCertificate certificate = await OtherSide.IssueAsync(customer);
            await Bank.OpenAsync(customer.Account, certificate);
            progress?.Report(++done);
        }
    }

    private async Task LiveDayAsync()
    {
        TimeSpan step = Night.Hours / Customers.Count;
        foreach ((int index, Customer customer) in Customers.Index())
        {
            Clock.Set(Night.Morning + (step * index));
            if (customer.Fate != Fate.LosesCardAfterMidnight)
            {
                await OtherSide.MeetAsync(customer, index);
            }
        }

        Clock.Set(Night.AfterMidnight);
        foreach ((int index, Customer customer) in Customers.Index().Where(row => row.Item.Fate == Fate.LosesCardAfterMidnight))
        {
            await OtherSide.MeetAsync(customer, index);
        }

        foreach (Customer customer in Customers.Where(customer => customer.Fate == Fate.CopyIsDamaged))
        {
            Bank.Book.Damage(customer.Account);
        }
    }
}
