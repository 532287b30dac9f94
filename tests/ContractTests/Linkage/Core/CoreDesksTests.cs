using System.Security.Cryptography;
using MyNumber.ContractTests.Issuing;
using MyNumber.IssuingHost;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Corrections;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Core.Links;
using MyNumber.Linkage.Core.Notices;
using MyNumber.Linkage.Core.Numbers;
using MyNumber.Linkage.Core.Residents;

namespace MyNumber.ContractTests.Linkage.Core;

/// <summary>The core's desks over one database; each set of desks is a process of its own.</summary>
[Collection(PostgresTests.Name)]
public sealed class CoreDesksTests(PostgresFixture postgres)
{
    private static readonly AgencyId _city = new(101);
    private static readonly AgencyId _office = new(201);

    public static TheoryData<string, bool> Databases => new() { { "SQLite", false }, { "PostgreSQL", true } };

    [SkippableTheory]
    [MemberData(nameof(Databases))]
    public async Task Acquisition_that_broke_off_anywhere_is_ended_by_another_process(string row, bool isServer)
    {
        await using TestDatabase home = await OpenAsync(isServer);
        Process first = await Process.StartAsync(home);
        AcquisitionNumber number = (await first.Desk.OpenAsync(_city, AcquisitionRoute.Jlis, VerificationLevel.FourAttributes)).Number;
        await first.Desk.MarkSentAsync(number, AcquisitionRoute.Jlis);
        foreach (string table in new[] { "link_tag", "issued_in_use", "core_wait" })
        {
            await home.RunAsync($"alter table {table} rename to {table}_away");
            await Should.ThrowAsync<System.Data.Common.DbException>(async () => await first.Desk.ForwardAsync(number, Found(1)), row);
            await home.RunAsync($"alter table {table}_away rename to {table}");
            first = await Process.StartAsync(home);
        }

        (await first.Desk.ForwardAsync(number, Found(1))).State.ShouldBe(AcquisitionState.Generated, row);
        AgencyCode code = (await (await Process.StartAsync(home)).Desk.CollectAsync(_city, number)).Code;
        (await first.Book.IsSamePersonAsync(Rows.Holder(11), code, Rows.Holder(11), code)).ShouldBe(SamePerson.Yes, row);
        (await first.Desk.ConfirmAsync(_city, number)).State.ShouldBe(AcquisitionState.Erased, row);
        (await home.AskAsync("select count(*) from acquisition where link is not null or code is not null")).ShouldBe(0, row);
        ((await home.AskAsync("select count(*) from link_code")), (await home.AskAsync("select count(*) from issued_code"))).ShouldBe((1, 1), row);
    }

    [SkippableTheory]
    [MemberData(nameof(Databases))]
    public async Task Merge_that_broke_off_is_ended_by_another_process_and_told_once(string row, bool isServer)
    {
        await using TestDatabase home = await OpenAsync(isServer);
        Process process = await Process.StartAsync(home);
        await process.AcquireAsync(_city, 1);
        AgencyCode dropped = await process.AcquireAsync(_office, 2);
        LinkCode keep = await process.Links.FindAsync(SyntheticRoll.CodeAt(1));
        LinkCode drop = await process.Links.FindAsync(SyntheticRoll.CodeAt(2));
        foreach (string table in new[] { "link_tag", "issued_in_use", "core_notice" })
        {
            await home.RunAsync($"alter table {table} rename to {table}_away");
            await Should.ThrowAsync<System.Data.Common.DbException>(async () => await process.Corrections.MergeAsync(keep, drop), row);
            await home.RunAsync($"alter table {table}_away rename to {table}");
        }

        Process other = await Process.StartAsync(home);
        (await other.Corrections.MergeAsync(keep, drop)).ShouldBe(CorrectionOutcome.Corrected, row);
        (await process.Corrections.MergeAsync(keep, drop)).ShouldBe(CorrectionOutcome.Corrected, row);
        CoreNotice notice = (await other.Notices.FindOwedAsync(Rows.Holder(21), 9)).ShouldHaveSingleItem();
        (notice.Kind, notice.Code).ShouldBe((NoticeKind.Replaced, dropped), row);
        (await process.AcquireAsync(_office, 2)).ShouldBe(notice.Replacement, row);
    }

    [SkippableTheory]
    [MemberData(nameof(Databases))]
    public async Task Correction_of_a_tie_that_broke_off_is_ended_by_another_process_and_told_once(string row, bool isServer)
    {
        await using TestDatabase home = await OpenAsync(isServer);
        Process process = await Process.StartAsync(home);
        AgencyCode wrong = await process.AcquireAsync(_city, 2);
        AgencyCode office = await process.AcquireAsync(_office, 2);
        LinkCode right = await process.Links.GetOrAddAsync(SyntheticRoll.CodeAt(1));
        TieCorrection correction = new(Process.Holder(11, _city), wrong, right, false, [Rows.Holder(21)]);
        foreach (string table in new[] { "issued_in_use", "core_notice" })
        {
            await home.RunAsync($"alter table {table} rename to {table}_away");
            await Should.ThrowAsync<System.Data.Common.DbException>(async () => await process.Corrections.CorrectTieAsync(correction), row);
            await home.RunAsync($"alter table {table}_away rename to {table}");
        }

        Process other = await Process.StartAsync(home);
        (CorrectionOutcome outcome, AgencyCode code) = await other.Corrections.CorrectTieAsync(correction);
        outcome.ShouldBe(CorrectionOutcome.Corrected, row);
        (await process.Corrections.CorrectTieAsync(correction)).ShouldBe((CorrectionOutcome.Corrected, code), row);
        (await process.Book.JudgeAsync(correction.Holder, wrong)).Standing.ShouldBe(CodeStanding.Superseded, row);
        (await process.Book.JudgeAsync(correction.Holder, code)).ShouldBe((CodeStanding.InUse, right), row);
        CoreNotice own = (await other.Notices.FindOwedAsync(Rows.Holder(11), 9)).ShouldHaveSingleItem();
        (own.Kind, own.Code, own.Replacement).ShouldBe((NoticeKind.WrongPerson, wrong, code), row);
        CoreNotice theirs = (await other.Notices.FindOwedAsync(Rows.Holder(21), 9)).ShouldHaveSingleItem();
        (theirs.Kind, theirs.Code, theirs.Replacement.IsEmpty).ShouldBe((NoticeKind.CheckExchanged, office, true), row);
        (await process.Corrections.CorrectTieAsync(new TieCorrection(correction.Holder, office, right, false, []))).Outcome.ShouldBe(CorrectionOutcome.Unknown, row);
    }

    [SkippableTheory]
    [MemberData(nameof(Databases))]
    public async Task Split_that_broke_off_is_ended_by_another_process_and_told_once(string row, bool isServer)
    {
        await using TestDatabase home = await OpenAsync(isServer);
        Process process = await Process.StartAsync(home);
        AgencyCode city = await process.AcquireAsync(_city, 1);
        AgencyCode office = await process.AcquireAsync(_office, 1);
        LinkCode link = await process.Links.FindAsync(SyntheticRoll.CodeAt(1));
        foreach (string table in new[] { "link_tag", "issued_in_use", "core_notice" })
        {
            await home.RunAsync($"alter table {table} rename to {table}_away");
            await Should.ThrowAsync<System.Data.Common.DbException>(async () => await process.Corrections.SplitAsync(link), row);
            await home.RunAsync($"alter table {table}_away rename to {table}");
        }

        Process other = await Process.StartAsync(home);
        (await other.Corrections.SplitAsync(link)).ShouldBe(CorrectionOutcome.Corrected, row);
        (await process.Corrections.SplitAsync(link)).ShouldBe(CorrectionOutcome.Corrected, row);
        (await process.Book.JudgeAsync(Process.Holder(11, _city), city)).Standing.ShouldBe(CodeStanding.Revoked, row);
        (await process.Book.JudgeAsync(Process.Holder(21, _office), office)).Standing.ShouldBe(CodeStanding.Revoked, row);
        CoreNotice notice = (await other.Notices.FindOwedAsync(Rows.Holder(21), 9)).ShouldHaveSingleItem();
        (notice.Kind, notice.Code).ShouldBe((NoticeKind.Withdrawn, office), row);
        (await process.AcquireAsync(_office, 1)).ShouldNotBe(office, row);
        (await process.Corrections.SplitAsync(Rows.Link(8))).ShouldBe(CorrectionOutcome.Unknown, row);
    }

    [SkippableTheory]
    [MemberData(nameof(Databases))]
    public async Task Failure_that_the_database_explains_with_the_row_shows_no_code(string row, bool isServer)
    {
        await using TestDatabase home = await OpenAsync(isServer);
        IIssuedCodes register = await IssuedCodesContract.OpenAsync(home);
        await home.RunAsync("alter table issued_code add column broken integer check (broken is not null)");
        string text = (await Should.ThrowAsync<System.Data.Common.DbException>(async () => await register.AddAsync([Rows.Issued(1, 1)]))).ToString();
        text.ShouldContain("broken", Case.Sensitive, row);
        text.ShouldNotContain(Convert.ToHexString(Rows.Bytes(Rows.Code(1))), Case.Insensitive, row);
        text.ShouldNotContain(Convert.ToHexString(Rows.Bytes(Rows.Link(1))), Case.Insensitive, row);
    }

    private async Task<TestDatabase> OpenAsync(bool isServer) => isServer ? await TestDatabase.PostgreSqlAsync(postgres.Server) : TestDatabase.Sqlite();

    private static ResidentAnswer Found(int person) => ResidentAnswer.Found(SyntheticRoll.CodeAt(person));

    private sealed record Process(LinkBook Links, CodeBook Book, ICoreNotices Notices, AcquisitionDesk Desk, CorrectionDesk Corrections)
    {
        public static async Task<Process> StartAsync(TestDatabase home)
        {
            IIssuedCodes issued = await IssuedCodesContract.OpenAsync(home);
            ICoreNotices notices = await CoreNoticesContract.OpenAsync(home);
            LinkBook links = new(await LinkRegisterContract.OpenAsync(home), new LinkCodeDeriver(new LinkKey(Key(1))), new ResidentCodeTagger(Key(2)), TimeProvider.System);
            CodeBook book = new(issued, new AgencyCodes(new CodeKeyRing(new AgencyCodeCipher(0, Key(3)))), TimeProvider.System);
            AgencyDirectory directory = AgencyDirectory.Create([Body(_city), Body(_office)], [Holder(11, _city), Holder(21, _office)]);
            AcquisitionDesk desk = new(await AcquisitionsContract.OpenAsync(home), links, book, notices, () => directory, RandomNumberGenerator.Create(), TimeProvider.System);
            return new Process(links, book, notices, desk, new CorrectionDesk(links, book, issued, notices, () => directory, TimeProvider.System));
        }

        public async Task<AgencyCode> AcquireAsync(AgencyId agency, int person)
        {
            AcquisitionNumber number = (await Desk.OpenAsync(agency, AcquisitionRoute.Jlis, VerificationLevel.FourAttributes)).Number;
            await Desk.MarkSentAsync(number, AcquisitionRoute.Jlis);
            await Desk.ForwardAsync(number, Found(person));
            return (await Desk.CollectAsync(agency, number)).Code;
        }

        private static byte[] Key(byte first) => [first, .. Enumerable.Range(1, 31).Select(value => (byte)value)];

        private static ValidPeriod Open => new(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));

        private static Agency Body(AgencyId id) => new() { Id = id, Kind = AgencyKind.Municipality, Name = "市", LegalBasis = "番号法 19条8号", Period = Open };

        public static CodeHolder Holder(int id, AgencyId member) => new(Rows.Holder(id), 0, CodeHolderStatus.Active, [new HolderMember(member, Open)]);
    }
}
