SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.admissions (
    hash bytea NOT NULL
);
CREATE TABLE public.invitations (
    address text NOT NULL,
    language text NOT NULL,
    state text NOT NULL,
    reminders integer NOT NULL
);
CREATE TABLE public.spent (
    nullifier bytea NOT NULL,
    holder bytea NOT NULL
);
INSERT INTO public.admissions VALUES ('\x04ba24a411bcdc8379fd453922ac7ccc5b353e9ff85cd683a05fd716545e8c68');
INSERT INTO public.admissions VALUES ('\x0e5118c3be5699c7dfc84f9f6601153d8d3c54664333d78fb7628328e5f556ed');
INSERT INTO public.admissions VALUES ('\x1d27df5b3e94698d8962e6f27df5ffdc62c32f598d6393db8a5ddb6ae7426005');
INSERT INTO public.admissions VALUES ('\x2c1d7696942bdfcff8ebd068d612350f567fc4b591cf063b63818ecf4e05225a');
INSERT INTO public.admissions VALUES ('\x2fe40e09ab5ec4448cfea61b5c5e4985ea9bc1fe774213239ed9d246d9c40c5f');
INSERT INTO public.admissions VALUES ('\x436b055fbf8518308d9f35d45be54518a726fcb663d842d96e25f72d24bbe83d');
INSERT INTO public.admissions VALUES ('\x6ac4bd93e1d4e6c09deefdde23a06cdd845655b5c96552c82bd2da717f40412c');
INSERT INTO public.admissions VALUES ('\x6ea3815dba1b8b75d7390c6b50b512849636b5e4a9e2511bf79917633d945843');
INSERT INTO public.admissions VALUES ('\x7331c94de7e1110eed3c05ba9386e1dc7719ac6c981c6588ba411b68bd5689ea');
INSERT INTO public.admissions VALUES ('\x78ae42d624cf22d0d9f340aebb714b8c079e49659d35ffca2ec01392f688f3cf');
INSERT INTO public.admissions VALUES ('\x79005d91304453408b6d056f8f33bb1433632adb85198d58a40e6e4191f1f5cf');
INSERT INTO public.admissions VALUES ('\x7984b493aafd11ffd9154e1527707df20b43c6bdd2cb9eee718b47a5419f7d4e');
INSERT INTO public.admissions VALUES ('\x7ae00146857a5747972649dbb432e8732ea3eeff97184360f7ec80491d2991f9');
INSERT INTO public.admissions VALUES ('\x81f607e9d8797b4a801dd6a11bf02d9d556aa5e9d98035d3e98daa18ae18789c');
INSERT INTO public.admissions VALUES ('\x8368403162f7a2689d7c76458ee54ddabc052c31ee42c97763a070becfdb66a6');
INSERT INTO public.admissions VALUES ('\x8719c58f1cab3550948f0de60058a568611705036ceefd5d1b1a9a1158771f98');
INSERT INTO public.admissions VALUES ('\x90301707643527dc428008c0f521a782f848b2cd278f45c8f317d2b64fff9498');
INSERT INTO public.admissions VALUES ('\xa4c6d29e04eb17b93bf5539105998dc6f3ce77e9d1a3782b3e9841a3bbdf4e95');
INSERT INTO public.admissions VALUES ('\xc16b59535dd173be349f7313336cbf0aedda9c46fb619ff6da94b544cd423f0e');
INSERT INTO public.admissions VALUES ('\xc17af2dd8921aa49db466e0ec0586adb756278646d22a05b85950334525fd8aa');
INSERT INTO public.admissions VALUES ('\xc908460e77087b57d05f137c6d7cfe97ec711ebdd095dce2e07a1e6d095ec16f');
INSERT INTO public.admissions VALUES ('\xcdb542b6d371a0ba80083c3aef7e636d310d90ef99d55323f58e4ed9d152a71c');
INSERT INTO public.admissions VALUES ('\xd2d89b4e2ada91df72fac491682ed54853b2b38d44eda6cd3b0a2f235d6fa69a');
INSERT INTO public.admissions VALUES ('\xd95172c8633d6e0c6c1dcae9e77dbdc7aa2b09047b06aeb108dbe372c0a57017');
INSERT INTO public.admissions VALUES ('\xe830245fa4c9d0fa832aceab334e132447fb09dfda8ca4af6a410d8fc6dd7723');
INSERT INTO public.admissions VALUES ('\xf110c52ed5579ac121e670f0659caed9f0cbde299a1e5fbdc1142bef13a5dcb3');
INSERT INTO public.invitations VALUES ('lea@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('finn@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('sven@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('gina@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('willi@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('max@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('zoe@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('kim@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('bert@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('jan@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('ana@example.org', 'de', 'sent', 0);
INSERT INTO public.invitations VALUES ('ines@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('nora@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('uma@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('vera@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('dora@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('paula@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('rosa@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('emil@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('tina@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('otto@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('carla@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('hugo@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('yara@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('quentin@example.org', 'en', 'sent', 0);
INSERT INTO public.invitations VALUES ('xaver@example.org', 'en', 'sent', 0);
INSERT INTO public.spent VALUES ('\xf1ad3361995c6680bff8cdc8172460b8515b691567cb25d2040b33e3f8224fba', '\x6a6daa3006947521f990afd20bc715372510b144025a4d9e6d7d01adeeed4e0d');
INSERT INTO public.spent VALUES ('\x196ced3e16a4ab02e72b5ca281de4b8865cdaca49df22e715e03165580909b99', '\x3948e3350c3054cf9ba1a162f51a6130540975241579bc67cd5c05e0a17d934b');
INSERT INTO public.spent VALUES ('\x102dad84284b101a29cc819f3f0033c106c70b28ee59658e44113630789a696c', '\x1e6599420bd0383ca8ef997fa01ef528d37892361360720dd63e05ae5a98a5d7');
INSERT INTO public.spent VALUES ('\x2b368cd9c4b0d17ffe4960c2acc87d41d040e8d2a6d63e4fe36607319f889584', '\x36f071a6e74c53153f2d07d7316ae41f4f7c9f2a8e27aa7e14b2393e5cfa195d');
INSERT INTO public.spent VALUES ('\x7e319bf4c9e9daf100b7b8a4ef8384619cfd16f91b0d20f5250e862d47168cfe', '\x050750ad849245968588ab66066fa4e93899ceb3465c002e9f20e71c86f0f2a5');
INSERT INTO public.spent VALUES ('\x309496a114b8ef01e33741b8b6a7f11f4b58aebaa87b68a6c3054477c0951cbe', '\x5befb064f40165c8edd94c4815765b6f98e8d8cec16bfaf247d8c156b77e0543');
INSERT INTO public.spent VALUES ('\x5ff936bf07da5db9565b98b7c131a026dc028d0ac12c4514e3edfae444c0a5ca', '\x258442973e7044387cbbe23b3723641b2eb5aee72672c4cff6c800523b3eeb45');
INSERT INTO public.spent VALUES ('\x6e48c1075db7679daa5ee7ed707a78abebc84fabe3f554b43f21c12e4cfb38ed', '\x4a3c098479a324a5cd58355cc5622e36ea4265ecd37549a7d5027b131d0a1b59');
INSERT INTO public.spent VALUES ('\xbc4449d3ad3fb6b8c5f17a7282bcebfb391999aff56fed4a1454bb84420c5962', '\xe4fc42dda08eba6643e8b81b7f266edbee9aee12aeba639189ac590544b4c27a');
INSERT INTO public.spent VALUES ('\xe0940c95a561d412c898b1a0c287d7321ef55e1f33e774eb3fe9530a7669217e', '\xf83d52e715e4353de9c6ca696ae408ad7d84ebd13ec5c8be7fd6b3200c2f1e6f');
INSERT INTO public.spent VALUES ('\xd1eb95e7463ec65b93539932d4b8396deeb716eee723512d697370fca1717292', '\x5fb2c9f6f2195ca39f7a305a01983776bb80acfb275a61fb22f83c088a553d94');
INSERT INTO public.spent VALUES ('\x63e4474a5b08366b8b6da794e8b3067c747360a915549b18c90f64c51ec2f417', '\x68a96c97799fcd5af738ae28dd179f717b99027a592f76b84e099311ff256c22');
INSERT INTO public.spent VALUES ('\xbdeb9b3e32bde0a92850f02a983e37a66f1b74660643308b85af5535e1fefff0', '\x8b7e1ffeed33eab392b3a48d6297f70f3cfa894b56ab1fc024708fb4cd0c4948');
INSERT INTO public.spent VALUES ('\x0cb9d2c954bafb4995a957b761f6ce7c05a26d20300ad1477c5ec945f749b526', '\x8af878ce5f8467393267a92f560c47ba9763a21f99e012b2cb81628b2f81668f');
INSERT INTO public.spent VALUES ('\x3d6d31bcc6b7355c300bf49ae5512a5bc50bbd716e84891b2323cc71910e42b3', '\x5a384d482cae8393ae9c7506ffd9b830b62fc3ef7a1e074e4f711e038a01461d');
INSERT INTO public.spent VALUES ('\x45ef9de3a88f3a88593e3864d588ab285abdfbbf635821ef52e789ca8619fdfe', '\xb64897fa5b5274d9d6e7e22c5ea41d416bc92c6140bb0b2f798eae988daead3f');
INSERT INTO public.spent VALUES ('\x53a0118d33feabbe42d4207a5ddb2abd5983bd1b0ecf1098ce6f112305e5cfac', '\xbdc784517c8262f7a0db0578d9dc3d5faad10bfcba1f1b3da5a129889b7179c6');
INSERT INTO public.spent VALUES ('\xa67b7ff93f309f6a59b5418654c457a46837cbac256d603c2997abe8b5ffcfe6', '\x179c5bb717d87a4ef227ab794a6fdf5f78237a867b3b82cf9eba53625fe01f9d');
INSERT INTO public.spent VALUES ('\xc523e39f0f187e2c6639bd1c8253ee6e6cf6f86663717665ab4704538797e366', '\xcc5cabda4c86803e01fe8d2acdda87eec9605412086b366c3a10f4fbcc5e7a6a');
INSERT INTO public.spent VALUES ('\xd6a734f00347f35f61a8827c11fdbe9251358333f6eb685bb4c2cb17ab80d22a', '\xf26d38a4f6ab14025508ecfb30b95e2a785bfe1712a02e08d6a1c852a6812b87');
ALTER TABLE ONLY public.admissions
    ADD CONSTRAINT admissions_pkey PRIMARY KEY (hash);
ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_pkey PRIMARY KEY (address);
ALTER TABLE ONLY public.spent
    ADD CONSTRAINT spent_pkey PRIMARY KEY (nullifier);
