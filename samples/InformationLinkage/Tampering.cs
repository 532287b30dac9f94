using System.Security.Cryptography;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Reconciliation;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace InformationLinkage;

/// <summary>Somebody at the pension office wants the embarrassing record gone (情報提供等記録の改ざん).</summary>
internal sealed class Tampering(Network network, Journal journal, Narrator narrator)
{
    private readonly LogOwner _owner = new(ChildAllowance.PensionOffice);

    public async Task TellAsync(InquiryId embarrassing)
    {
        journal.Chapter("記録の改ざんと三者照合");
        LabBody pension = network[ChildAllowance.PensionOffice];
        using ECDsa key = network.Keys.Bodies[ChildAllowance.PensionOffice].CreateLogKey();
        Auditor auditor = new();
        auditor.Watch(_owner, key);
        HeadVerdict before = auditor.Show(await pension.Log.SignHeadAsync(), null);
        narrator.Step("年金機関が記録簿の署名付きヘッドを監査人に示す", $"{before}", before == HeadVerdict.Accepted);

        IReadOnlyList<RecordScope> scopes = await ScopesAsync(pension.Stores.Records, embarrassing);
        narrator.Step("改ざん前の三者照合", "すべて一致", await FindAsync(scopes, pension.Stores.Records) is { Count: 0 });

        InMemoryRecordStore bent = await BendAsync(pension.Stores.Records, scopes, embarrassing);
        IReadOnlyList<RecordFinding> found = await FindAsync(scopes, bent);
        narrator.Step(
            "年金機関の職員が記録簿の写しで「提供」を「該当なし」に書き換えたとする", $"三者照合: {found.Count} 件、{found.FirstOrDefault()?.Kind} / {found.FirstOrDefault()?.Parties}",
            found is [{ Kind: DeviationKind.Altered, Parties: LogParties.Provider, Keys: [{ Inquiry: var named }] }] && named == embarrassing);
        journal.Note(Journal.Core, network.NameOf(ChildAllowance.PensionOffice), "照合: 記録の相違", ArrowKind.Repair);

        using ECDsa signing = network.Keys.Bodies[ChildAllowance.PensionOffice].CreateLogKey();
        using PartyLog forged = await PartyLog.OpenAsync(_owner, bent, new InMemoryHeadStore(), signing, TimeProvider.System);
        HeadVerdict after = auditor.Show(await forged.SignHeadAsync(), null);
        narrator.Step("書き換えた記録簿に署名し直しても", $"監査人: {after} (同じ番号のヘッドが二つ)", after == HeadVerdict.Forked && auditor.Evidence.Count == 1);
    }

    private static async Task<IReadOnlyList<RecordScope>> ScopesAsync(IRecordStore store, InquiryId inquiry)
    {
        StoredRecord known = (await store.FindAsync(new RecordKey(inquiry, 0)))!;
        return await store.ReadScopesAsync(RecordDay.Of(known.Record.Record.RequestedAt));
    }

    private async Task<IReadOnlyList<RecordFinding>> FindAsync(IReadOnlyList<RecordScope> scopes, IRecordStore provider)
    {
        List<RecordFinding> findings = [];
        foreach (RecordScope scope in scopes.Where(scope => !scope.Provider.IsEmpty))
        {
            ReconciliationResult result = await Reconciler.CompareAsync(
                await DayListing.ReadAsync(network[scope.Inquirer].Stores.Records, scope), await DayListing.ReadAsync(provider, scope), await DayListing.ReadAsync(network.Core.Stores.Records, scope));
            findings.AddRange(result.Findings);
        }

        return findings;
    }

    /// <summary>The same records at the same places, but for one that says something else.</summary>
    private static async Task<InMemoryRecordStore> BendAsync(IRecordStore store, IReadOnlyList<RecordScope> scopes, InquiryId inquiry)
    {
        List<StoredRecord> held = [];
        foreach (RecordScope scope in scopes)
        {
            foreach (DayCommitment row in await store.ReadDayAsync(scope))
            {
                held.Add((await store.FindAsync(row.Key))!);
            }
        }

        InMemoryRecordStore bent = new();
        await bent.AppendAsync(held.OrderBy(record => record.Position).Select(record => record.Record.Record.Inquiry == inquiry ? Bend(record.Record) : record.Record).ToArray());
        return bent;
    }

    private static SaltedRecord Bend(SaltedRecord record) => new(record.Record with { Outcome = InquiryOutcome.NoRecord, ProvidedAt = null }, record.Salt);
}
