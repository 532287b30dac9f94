using System.Security.Cryptography;
using MyNumber.Numbering;
using MyNumber.Numbering.Issuing.Bulk;
using MyNumber.Numbering.Issuing.Codes;
using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Issuing.Designation;
using MyNumber.Numbering.Issuing.Entries;
using MyNumber.Numbering.Issuing.Registers;
using MyNumber.Numbering.Permutations;

namespace MyNumber.Architecture.Tests;

/// <summary>What docs/numbering/issuing.md and ff1.md show.</summary>
public sealed class IssuingSnippets
{
    [Fact]
    public async Task Person_and_roll_are_numbered()
    {
        LocalGovernmentCode city = LocalGovernmentCode.FromFiveDigits(99_901);
        Guid person = new("11111111-2222-3333-4444-555555555555");
        Guid request = new("66666666-7777-8888-9999-000000000000");

        #region issue-one
        // The center: key, codes, numbers (機構).
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        byte[] key = RandomNumberGenerator.GetBytes(32);
        using ConversionKeyRing keys = new(version: 1, new ElevenDigitPermutation(key, tweak: default));
        CryptographicOperations.ZeroMemory(key);
        InMemoryNumberRegister numbers = new();
        InMemoryAllottedCodes allotted = new(random);
        NumberGenerationCenter center = new(numbers, keys, TimeProvider.System);
        await new ResidentCodeDesignator(allotted, random).AllotAsync(city, count: 1_000);

        // The municipality: book of codes, the mayor's line to the center (市町村).
        ResidentCodeBook book = new(city, allotted, new InMemoryResidentCodeRegister(), TimeProvider.System);
        DesignationService mayor = new(city, center, numbers, TimeProvider.System);

        CodeEntryResult entry = await book.EnterAsync(person);                                              // a code is drawn and entered
        GenerationResponse answer = await mayor.DesignateAsync(request, entry.Code, IssueReason.Birth);     // generated, notified, designated
        int recorded = await mayor.RecordAsync(new[] { request });                                          // in the resident record
        IndividualNumber number = answer.Issue.Number;                                                      // shown as IndividualNumber(***)
        #endregion

        #region issue-run
        List<BulkSubject> subjects = [];
        for (int i = 0; i < 500; i++)
        {
            subjects.Add(new BulkSubject((await book.EnterAsync(Guid.NewGuid())).Code, city));
        }

        BulkIssueRun first = new(numbers, keys, TimeProvider.System, new BulkOptions { BatchSize = 100 });
        BulkResult result = await first.RunAsync(run: 1, new MemoryBulkRoll(subjects.ToArray()));           // run 1 again goes on where it stopped
        #endregion

        answer.IsMade.ShouldBeTrue();
        recorded.ShouldBe(1);
        number.ToString().ShouldBe("IndividualNumber(***)");
        (result.Outcome, result.Done).ShouldBe((BulkOutcome.Done, 500));
        (await numbers.CountAsync()).ShouldBe(501);
    }

    [Fact]
    public void Digits_are_permuted_and_come_back()
    {
        #region ff1-permutation
        byte[] key = RandomNumberGenerator.GetBytes(32);               // AES-256; a real one comes from your custody
        using ElevenDigitPermutation permutation = new(key, tweak: "city"u8);
        CryptographicOperations.ZeroMemory(key);                       // it was copied

        long hidden = permutation.Permute(12_345_678_901);             // another number of eleven digits
        long back = permutation.Invert(hidden);                        // 12345678901

        long[] batch = [0, 1, 2, 99_999_999_999];
        permutation.Permute(batch);                                    // in place, all checked before any is changed

        using ReducedPermutation small = new(new Ff1Permutation(new byte[32], radix: 10, length: 6, tweak: default), domainSize: 500_000);
        long inside = small.Permute(499_999);                          // below 500,000
        #endregion

        hidden.ShouldBeInRange(0, 99_999_999_999);
        back.ShouldBe(12_345_678_901);
        batch.Distinct().Count().ShouldBe(4);
        inside.ShouldBeInRange(0, 499_999);
    }
}
