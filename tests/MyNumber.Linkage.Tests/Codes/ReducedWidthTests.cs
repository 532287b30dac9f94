using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Tests.Codes;

/// <summary>The conditions of the law on the code (番号法施行令, acquisition of 情報提供用個人識別符号), walked exhaustively through the library's own block layout with narrow fields and a shuffled table for a cipher.</summary>
public sealed class ReducedWidthTests
{
    private const int Links = 128;
    private const int Holders = 32;
    private const int Epochs = 4;

    private static readonly CodeBlockLayout _narrow = new(FormatBits: 2, HolderBits: 5, EpochBits: 2, ZeroBits: 1, LinkBits: 7);

    private readonly int[] _encrypt;
    private readonly int[] _decrypt;

    public ReducedWidthTests()
    {
        _encrypt = Enumerable.Range(0, 1 << _narrow.Bits).ToArray();
        new Random(20251005).Shuffle(_encrypt);
        _decrypt = new int[_encrypt.Length];
        for (int i = 0; i < _encrypt.Length; i++)
        {
            _decrypt[_encrypt[i]] = i;
        }
    }

    [Fact]
    public void Every_code_is_converted_from_its_link_and_leads_back_to_it()
    {
        foreach ((int holder, int epoch, int link) in Everything())
        {
            UInt128 plain = (UInt128)_decrypt[Code(holder, epoch, link)];
            (_narrow.Judge(plain, holder, epoch), _narrow.Link(plain)).ShouldBe((CodeVerdict.Genuine, (UInt128)link));
        }
    }

    [Fact]
    public void Codes_of_one_holder_all_differ()
    {
        for (int holder = 1; holder < Holders; holder++)
        {
            Everything().Where(x => x.Holder == holder).Select(x => Code(x.Holder, x.Epoch, x.Link)).Distinct().Count().ShouldBe(Epochs * Links);
        }
    }

    [Fact]
    public void Codes_of_one_person_all_differ()
    {
        for (int link = 0; link < Links; link++)
        {
            Everything().Where(x => x.Link == link).Select(x => Code(x.Holder, x.Epoch, x.Link)).Distinct().Count().ShouldBe(Epochs * (Holders - 1));
        }
    }

    [Fact]
    public void All_codes_differ() =>
        Everything().Select(x => Code(x.Holder, x.Epoch, x.Link)).Distinct().Count().ShouldBe(Links * Epochs * (Holders - 1));

    [Fact]
    public void Every_block_is_genuine_for_its_own_holder_and_epoch_and_for_no_other()
    {
        Dictionary<int, (int Holder, int Epoch)> made = Everything().ToDictionary(x => Code(x.Holder, x.Epoch, x.Link), x => (x.Holder, x.Epoch));
        for (int block = 0; block < _decrypt.Length; block++)
        {
            bool exists = made.TryGetValue(block, out (int Holder, int Epoch) owner);
            for (int presenter = 1; presenter < Holders; presenter++)
            {
                for (int epoch = 0; epoch < Epochs; epoch++)
                {
                    CodeVerdict expected = !exists ? CodeVerdict.Forged
                        : owner.Holder != presenter ? CodeVerdict.Foreign
                        : owner.Epoch < epoch ? CodeVerdict.Superseded
                        : owner.Epoch > epoch ? CodeVerdict.Forged
                        : CodeVerdict.Genuine;
                    if (_narrow.Judge((UInt128)_decrypt[block], presenter, epoch) != expected)
                    {
                        Assert.Fail($"block {block}, presenter {presenter}, epoch {epoch}: not {expected}");
                    }
                }
            }
        }
    }

    /// <summary>Over all 40,320 permutations of a domain of eight: what two holders see of one person has the very distribution of what they see of two.</summary>
    [Fact]
    public void Without_the_key_codes_tell_neither_the_link_nor_who_is_the_same_person()
    {
        CodeBlockLayout tiny = new(FormatBits: 1, HolderBits: 1, EpochBits: 0, ZeroBits: 0, LinkBits: 1);
        int[] inputs = [(int)tiny.Header(0, 0), (int)tiny.Header(0, 0) | 1, (int)tiny.Header(1, 0), (int)tiny.Header(1, 0) | 1];
        inputs.Distinct().Count().ShouldBe(4);
        int[,] single = new int[4, 8];
        int[,] samePerson = new int[8, 8];
        int[,] twoPeople = new int[8, 8];
        int[] table = [0, 1, 2, 3, 4, 5, 6, 7];
        Permute(table, 0, () =>
        {
            for (int i = 0; i < inputs.Length; i++)
            {
                single[i, table[inputs[i]]]++;
            }

            samePerson[table[inputs[0]], table[inputs[2]]]++;
            twoPeople[table[inputs[0]], table[inputs[3]]]++;
        });

        single.Cast<int>().ShouldAllBe(count => count == 40_320 / 8);
        samePerson.Cast<int>().ShouldBe(twoPeople.Cast<int>());
        samePerson.Cast<int>().Count(count => count == 40_320 / 56).ShouldBe(56);
    }

    private static IEnumerable<(int Holder, int Epoch, int Link)> Everything() =>
        from holder in Enumerable.Range(1, Holders - 1)
        from epoch in Enumerable.Range(0, Epochs)
        from link in Enumerable.Range(0, Links)
        select (holder, epoch, link);

    private static void Permute(int[] table, int place, Action visit)
    {
        if (place == table.Length)
        {
            visit();
            return;
        }

        for (int i = place; i < table.Length; i++)
        {
            (table[place], table[i]) = (table[i], table[place]);
            Permute(table, place + 1, visit);
            (table[place], table[i]) = (table[i], table[place]);
        }
    }

    private int Code(int holder, int epoch, int link) => _encrypt[(int)(_narrow.Header(holder, epoch) | (uint)link)];
}
